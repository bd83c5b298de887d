CREATE TYPE mood AS ENUM ('a');
CREATE TABLE u (id integer PRIMARY KEY);
CREATE TABLE t (
    id integer,
    a text,
    b integer DEFAULT 5 NOT NULL,
    c bigint GENERATED ALWAYS AS IDENTITY,
    d text COLLATE "C" DEFAULT 'x',
    e integer GENERATED ALWAYS AS (id + 1) STORED,
    f mood DEFAULT 'a',
    g serial,
    h timestamptz DEFAULT (now() AT TIME ZONE 'utc'),
    i integer UNIQUE,
    j integer REFERENCES u
);
COMMENT ON COLUMN t.a IS 'new';
