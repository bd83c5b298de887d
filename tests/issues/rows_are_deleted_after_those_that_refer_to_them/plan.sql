-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] drop table public.t
-- ! data-loss: drops the table and its rows
DROP TABLE public.t;

-- [2/2] drop rows public.s: 1 row
-- ! data-loss: 1 row that nobody declares is deleted: s[id=3]
DELETE FROM public.s AS live
USING (VALUES
    (CAST(3 AS integer))) AS surplus (k1)
WHERE live.id = surplus.k1;

COMMIT;
