-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] create rows public.t: 1 row
INSERT INTO public.t (a, b)
VALUES
    (1, 5);

-- [2/3] create rows public.t: 1 row
INSERT INTO public.t (a, b, c)
VALUES
    (2, 6, 7);

-- [3/3] create rows public.t: 1 row
INSERT INTO public.t (c, a)
VALUES
    (8, 3);

COMMIT;
