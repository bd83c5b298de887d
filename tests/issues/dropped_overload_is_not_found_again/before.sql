CREATE FUNCTION f(bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ select 'big' $$;
CREATE FUNCTION f(int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ select 'int' $$;
CREATE TABLE t (id int, CHECK (f(id) <> 'q'), g text GENERATED ALWAYS AS (f(id)) STORED, d text DEFAULT f(1));
CREATE VIEW v AS SELECT f(1) AS x;
CREATE INDEX i ON t (f(id));
