-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] alter column public.t.a: type: integer -> bit(32)
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every integer is known to keep its value as bit(32)
ALTER TABLE public.t ALTER COLUMN a TYPE bit(32) USING a::bit(32);

-- [2/4] alter column public.t.b: type: bigint -> bit(64)
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every bigint is known to keep its value as bit(64)
ALTER TABLE public.t ALTER COLUMN b TYPE bit(64) USING b::bit(64);

-- [3/4] alter column public.t.c: type: smallint -> bit(32)
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every smallint is known to keep its value as bit(32)
ALTER TABLE public.t ALTER COLUMN c TYPE bit(32) USING c::integer::bit(32);

-- [4/4] alter column public.t.d: type: integer -> bit(1)
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every integer is known to keep its value as bit(1)
ALTER TABLE public.t ALTER COLUMN d TYPE bit(1) USING d::bit(32);

COMMIT;
