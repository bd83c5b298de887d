-- 14 steps; run with psql -v ON_ERROR_STOP=1

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET datestyle = 'ISO, YMD';
SET intervalstyle = 'postgres';
SET xmloption = content;
SET check_function_bodies = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
SET default_toast_compression = 'pglz';
SET search_path = pg_catalog;
SET lock_timeout = '3s';

BEGIN;

-- [1/14] create foreign-data wrapper w
CREATE FOREIGN DATA WRAPPER w VALIDATOR pg_catalog.postgresql_fdw_validator;

-- [2/14] create foreign-data wrapper x
CREATE FOREIGN DATA WRAPPER x OPTIONS (debug 'true');

-- [3/14] create server far
CREATE SERVER far FOREIGN DATA WRAPPER x;

-- [4/14] create server s
CREATE SERVER s TYPE 'postgres' VERSION '15' FOREIGN DATA WRAPPER w OPTIONS (host 'db.example', port '5432');

-- [5/14] create user mapping FOR postgres SERVER s
CREATE USER MAPPING FOR postgres SERVER s;

-- [6/14] create user mapping FOR PUBLIC SERVER s
-- holds what is not printed: schemadiff apply runs it
-- CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS ("user" '(hidden)', password '(hidden)');

-- [7/14] create table public.f
SET LOCAL search_path = public;
CREATE FOREIGN TABLE public.f (
    id integer OPTIONS (column_name 'ident') NOT NULL,
    name text COLLATE pg_catalog."C" DEFAULT 'x',
    CONSTRAINT f_id_check CHECK (id > 0)
)
SERVER far OPTIONS (table_name 'far');

-- [8/14] create table public.parent
CREATE TABLE public.parent (
    a integer,
    b text
)
PARTITION BY LIST (a);

-- [9/14] create table public.part
CREATE FOREIGN TABLE public.part PARTITION OF public.parent
FOR VALUES IN (1)
SERVER far OPTIONS (table_name 'p1');

-- [10/14] create view public.v
CREATE VIEW public.v AS
SELECT id FROM f;

-- [11/14] create comment on foreign-data wrapper w
COMMENT ON FOREIGN DATA WRAPPER w IS 'w';

-- [12/14] create comment on server s
COMMENT ON SERVER s IS 's';

-- [13/14] create comment on table public.f
COMMENT ON FOREIGN TABLE public.f IS 'f';

-- [14/14] create comment on column public.f.id
COMMENT ON COLUMN public.f.id IS 'id';

COMMIT;
