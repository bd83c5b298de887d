CREATE TABLE p (
    id int,
    b int,  -- schemadiff: renamed from a
    CONSTRAINT y CHECK (b > 0)  -- schemadiff: renamed from x
);
CREATE TABLE c () INHERITS (p);
CREATE TABLE d () INHERITS (c);
