CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer CONSTRAINT positive CHECK (a > 0), b integer CONSTRAINT to_r REFERENCES r,
    c integer CONSTRAINT also_to_r REFERENCES r NOT ENFORCED);
