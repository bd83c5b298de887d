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

-- [1/2] create rows public.fees: 1 row
SET LOCAL search_path = public;
INSERT INTO public.fees (id, fee)
VALUES
    (3, 5);

-- [2/2] alter rows public.fees: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: fees[id=1]."least": was 2
UPDATE public.fees
SET "least" = '3'
WHERE id = 1;

COMMIT;
