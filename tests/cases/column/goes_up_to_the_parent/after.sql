CREATE TABLE p (b int, a bigint, CONSTRAINT positive CHECK (b > 0));
CREATE TABLE child () INHERITS (p);
CREATE TABLE other () INHERITS (p);
CREATE TABLE below () INHERITS (child);
ALTER TABLE other ALTER a SET DEFAULT 4;
