CREATE TABLE u (id integer PRIMARY KEY);
CREATE TABLE t (
    a integer CONSTRAINT a_check CHECK (a > 10),
    b integer CONSTRAINT b_key UNIQUE DEFERRABLE,
    c integer CONSTRAINT c_fkey REFERENCES u ON DELETE CASCADE,
    d int4range,
    CONSTRAINT d_excl EXCLUDE USING gist (d WITH =)
);
