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

-- [1/6] drop rows public.c: 1 row
-- ! data-loss: 1 row that nobody declares is deleted: c[e=b]
DELETE FROM public.c AS live
USING (VALUES
    (CAST('b' AS public.e))) AS surplus (k1)
WHERE live.e = surplus.k1;

-- [2/6] alter enum public.e: labels: a, b -> a, c
-- ! data-loss: removes the value 'b'; while a row holds it, this fails
ALTER TYPE public.e RENAME TO e_old;

-- [3/6] alter enum public.e: labels: a, b -> a, c
CREATE TYPE public.e AS ENUM (
    'a',
    'c'
);

-- [4/6] alter enum public.e: labels: a, b -> a, c
-- ! table-rewrite: writes public.c and its indexes anew while nobody can use it
ALTER TABLE public.c ALTER COLUMN e TYPE public.e USING e::text::public.e;

-- [5/6] alter enum public.e: labels: a, b -> a, c
DROP TYPE public.e_old;

-- [6/6] create rows public.c: 1 row
INSERT INTO public.c (e, name)
VALUES
    ('c', 'C');

COMMIT;
