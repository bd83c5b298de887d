CREATE TYPE st AS ENUM ('a','b','z');
CREATE DOMAIN st2 AS st CHECK (value <> 'z');
CREATE TYPE comp AS (a st, b integer);
CREATE TABLE t (id integer PRIMARY KEY, s st NOT NULL UNIQUE, s2 st2, c comp, ca comp[], g st GENERATED ALWAYS AS ('a') STORED);
CREATE TABLE f (s st REFERENCES t (s));
CREATE FUNCTION ff(st) RETURNS SETOF st LANGUAGE sql RETURN $1;
CREATE FUNCTION fp(x st DEFAULT 'a') RETURNS text LANGUAGE plpgsql AS 'begin return x; end';
CREATE VIEW v AS SELECT s, (c).a, ff(s) AS f FROM t;
COMMENT ON TYPE st IS 'states';
