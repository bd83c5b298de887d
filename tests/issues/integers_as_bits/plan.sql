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

-- [1/1] alter table public.t: a: type: integer -> bit(32); b: type: bigint -> bit(64); c: type: smallint -> bit(32); d: type: integer -> bit(1)
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every integer of public.t.a is known to keep its value as bit(32)
-- ! data-loss: not every bigint of public.t.b is known to keep its value as bit(64)
-- ! data-loss: not every smallint of public.t.c is known to keep its value as bit(32)
-- ! data-loss: not every integer of public.t.d is known to keep its value as bit(1)
ALTER TABLE public.t
    ALTER COLUMN a TYPE bit(32) USING a::bit(32),
    ALTER COLUMN b TYPE bit(64) USING b::bit(64),
    ALTER COLUMN c TYPE bit(32) USING c::integer::bit(32),
    ALTER COLUMN d TYPE bit(1) USING d::bit(32);

COMMIT;
