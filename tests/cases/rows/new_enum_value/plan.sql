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

-- [1/2] alter enum public.mood: labels: sad -> sad, happy
ALTER TYPE public.mood ADD VALUE 'happy';

COMMIT;

BEGIN;

-- [2/2] create rows public.person: 1 row
INSERT INTO public.person (id, mood)
VALUES
    (1, 'happy');

COMMIT;
