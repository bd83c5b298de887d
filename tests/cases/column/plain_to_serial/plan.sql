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

-- [1/4] create sequence public.t_id_seq
CREATE SEQUENCE public.t_id_seq AS integer;

-- [2/4] create sequence public.t_id_seq
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- [3/4] create default public.t.id
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

-- [4/4] alter default public.t.id
SELECT setval('public.t_id_seq', max(id))
    FROM public.t HAVING max(id) >= (SELECT last_value FROM public.t_id_seq);

COMMIT;
