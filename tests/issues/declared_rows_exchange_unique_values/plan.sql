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

-- [1/4] alter rows public.c: another row takes its value, and it that of a row that waits for it
UPDATE public.c
SET slug = NULL
WHERE id = 1;

-- [2/4] alter rows public.c: 2 rows
-- ! overwrites-rows: 2 values that somebody may have put there on purpose are overwritten: c[id=2].slug: was b; c[id=5].slug: was e
UPDATE public.c AS live
SET slug = wanted.v1
FROM (VALUES
    (CAST(2 AS integer), CAST('a' AS text)),
    (5, 'f')) AS wanted (k1, v1)
WHERE live.id = wanted.k1;

-- [3/4] alter rows public.c: 2 rows
-- ! overwrites-rows: 2 values that somebody may have put there on purpose are overwritten: c[id=1].slug: was a; c[id=4].slug: was d
UPDATE public.c AS live
SET slug = wanted.v1
FROM (VALUES
    (CAST(1 AS integer), CAST('b' AS text)),
    (4, 'e')) AS wanted (k1, v1)
WHERE live.id = wanted.k1;

-- [4/4] alter rows public.c: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: c[id=3].slug: was c
UPDATE public.c
SET slug = 'd'
WHERE id = 3;

COMMIT;
