-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter table public.t: a: type: bigint -> integer; b: type: character varying(20) -> character varying(5); c: type: text -> integer; d: type: timestamp wit…
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every bigint of public.t.a is known to keep its value as integer
-- ! data-loss: not every character varying(20) of public.t.b is known to keep its value as character varying(5)
-- ! data-loss: not every text of public.t.c is known to keep its value as integer
-- ! data-loss: not every timestamp without time zone of public.t.d is known to keep its value as date
-- ! data-loss: not every text of public.t.e is known to keep its value as jsonb
ALTER TABLE public.t
    ALTER COLUMN a TYPE integer,
    ALTER COLUMN b TYPE character varying(5),
    ALTER COLUMN c TYPE integer USING c::integer,
    ALTER COLUMN d TYPE date,
    ALTER COLUMN e TYPE jsonb USING e::jsonb;

COMMIT;
