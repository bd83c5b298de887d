-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] create sequence public.u_id_seq
CREATE SEQUENCE public.u_id_seq AS integer;

-- [2/10] create sequence public.u_id_seq
ALTER SEQUENCE public.u_id_seq OWNED BY public.u.id;

-- [3/10] alter table public.u: force row security: yes -> no
-- ! widens-access: the owner of public.u sees all its rows
ALTER TABLE public.u NO FORCE ROW LEVEL SECURITY;

-- [4/10] alter column public.t.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- [5/10] alter column public.t.id: its policies would hide rows from those who look for the last value
ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;

-- [6/10] alter column public.t.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
SELECT setval(pg_get_serial_sequence('public.t', 'id'), max(id))
    FROM public.t HAVING max(id) >= 1;

-- [7/10] alter column public.t.id: its policies would hide rows from those who look for the last value
ALTER TABLE public.t FORCE ROW LEVEL SECURITY;

-- [8/10] create default public.u.id
ALTER TABLE public.u ALTER COLUMN id SET DEFAULT nextval('public.u_id_seq'::regclass);

-- [9/10] alter default public.u.id: its policies would hide rows from those who look for the last value
ALTER TABLE public.u NO FORCE ROW LEVEL SECURITY;

-- [10/10] alter default public.u.id
SELECT setval('public.u_id_seq', max(id))
    FROM public.u HAVING max(id) >= (SELECT last_value FROM public.u_id_seq);

COMMIT;
