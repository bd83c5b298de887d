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

-- [1/6] drop default public.b.k: uses enum public.m, which is replaced
ALTER TABLE public.b ALTER COLUMN k DROP DEFAULT;

-- [2/6] alter enum public.m: labels: a, b, c -> c, a, b
ALTER TYPE public.m RENAME TO m_old;

-- [3/6] alter enum public.m: labels: a, b, c -> c, a, b
CREATE TYPE public.m AS ENUM (
    'c',
    'a',
    'b'
);

-- [4/6] alter enum public.m: labels: a, b, c -> c, a, b
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p ALTER COLUMN k TYPE public.m USING k::text::public.m;

-- [5/6] alter enum public.m: labels: a, b, c -> c, a, b
DROP TYPE public.m_old;

-- [6/6] create default public.b.k: uses enum public.m, which is replaced
SET LOCAL search_path = public;
ALTER TABLE public.b ALTER COLUMN k SET DEFAULT 'a';

COMMIT;
