-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter enum public.e: labels: a, b -> b, a
ALTER TYPE public.e RENAME TO e_old;

-- [2/5] alter enum public.e: labels: a, b -> b, a
CREATE TYPE public.e AS ENUM (
    'b',
    'a'
);

-- [3/5] alter composite type public.c: attributes: x public.d -> x public.e
ALTER TYPE public.c ALTER ATTRIBUTE x TYPE public.e;

-- [4/5] drop domain public.d
DROP DOMAIN public.d;

-- [5/5] alter enum public.e: labels: a, b -> b, a
DROP TYPE public.e_old;

COMMIT;
