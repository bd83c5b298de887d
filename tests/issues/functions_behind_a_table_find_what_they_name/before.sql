CREATE FUNCTION g(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select $1 + 1';
CREATE FUNCTION f(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ begin return g($1); end $$;
CREATE TABLE t (id int, k int, CHECK (f(k) > 0)); CREATE INDEX ti ON t (f(k));
