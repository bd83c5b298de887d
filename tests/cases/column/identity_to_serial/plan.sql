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

-- [1/6] alter column public.t.id: identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> none
ALTER SEQUENCE public.t_id_seq RENAME TO t_id_seq_old;

-- [2/6] create sequence public.t_id_seq
CREATE SEQUENCE public.t_id_seq AS integer;

-- [3/6] alter column public.t.id: identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> none
SELECT setval('public.t_id_seq'::regclass, last_value, is_called)
    FROM public.t_id_seq_old;

-- [4/6] alter column public.t.id: identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> none
ALTER TABLE public.t ALTER COLUMN id DROP IDENTITY;

-- [5/6] create sequence public.t_id_seq
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- [6/6] create default public.t.id
ALTER TABLE public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);

COMMIT;
