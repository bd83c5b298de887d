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

-- [1/3] alter sequence public.gained: owned by: none -> public.t.a
ALTER SEQUENCE public.gained OWNED BY public.t.a;

-- [2/3] alter sequence public.lost: owned by: public.t.a -> none
ALTER SEQUENCE public.lost OWNED BY NONE;

-- [3/3] alter sequence public.moved: owned by: public.t.a -> public.t.b
ALTER SEQUENCE public.moved OWNED BY public.t.b;

COMMIT;
