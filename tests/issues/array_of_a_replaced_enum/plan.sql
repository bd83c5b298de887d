-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop default public.t.k
ALTER TABLE public.t ALTER COLUMN k DROP DEFAULT;

-- [2/6] alter enum public.m: labels: a, b, c -> c, a, b
ALTER TYPE public.m RENAME TO m_old;

-- [3/6] alter enum public.m: labels: a, b, c -> c, a, b
CREATE TYPE public.m AS ENUM (
    'c',
    'a',
    'b'
);

-- [4/6] alter table public.t: k: type: public.m -> public.m[]; l: type: public.m -> public.m[]
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every public.m of public.t.k is known to keep its value as public.m[]
-- ! data-loss: not every public.m of public.t.l is known to keep its value as public.m[]
ALTER TABLE public.t
    ALTER COLUMN k TYPE public.m[] USING CASE WHEN k IS NOT NULL THEN ARRAY[k]::text[]::public.m[] END,
    ALTER COLUMN l TYPE public.m[] USING CASE WHEN l IS NOT NULL THEN ARRAY[l]::text[]::public.m[] END;

-- [5/6] alter enum public.m: labels: a, b, c -> c, a, b
DROP TYPE public.m_old;

-- [6/6] create default public.t.l
SET LOCAL search_path = public;
ALTER TABLE public.t ALTER COLUMN l SET DEFAULT '{a}';

COMMIT;
