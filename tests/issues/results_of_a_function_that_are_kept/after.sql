CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select $1 + 2';
CREATE FUNCTION g(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select public.f($1)';
CREATE TABLE t (id int, g int GENERATED ALWAYS AS (f(id)) STORED, CONSTRAINT big CHECK (f(id) > 1));
CREATE UNIQUE INDEX ti ON t (f(id));
CREATE INDEX tg ON t (id) WHERE g(id) > 0;
CREATE TABLE parts (id int, n int) PARTITION BY LIST (f(n));
CREATE TABLE parts1 PARTITION OF parts FOR VALUES IN (1, 2, 3);
