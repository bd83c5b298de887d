CREATE FUNCTION f(bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ select 'big' $$;
CREATE TABLE t (id int, CHECK (f(id) <> 'q'), g text GENERATED ALWAYS AS (f(id)) STORED, d text DEFAULT f(1));
CREATE VIEW v AS SELECT f(1) AS x;
CREATE INDEX i ON t (f(id));
CREATE VIEW v2 AS SELECT f(1) AS y;
