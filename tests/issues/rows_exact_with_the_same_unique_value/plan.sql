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

-- [1/2] drop rows public.r: 1 row
-- ! data-loss: 1 row that nobody declares is deleted: r[code=b]
DELETE FROM public.r AS live
USING (VALUES
    (CAST('b' AS text))) AS surplus (k1)
WHERE live.code = surplus.k1;

-- [2/2] create rows public.r: 1 row
INSERT INTO public.r (code, label)
VALUES
    ('bb', 'L');

COMMIT;
