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

-- [1/5] alter owner of table public.locked: role: postgres -> app
-- ! breaks-clients: postgres loses its rights as the owner of public.locked
ALTER TABLE public.locked OWNER TO app;

-- [2/5] alter owner of table public.read: role: postgres -> keeper
-- ! breaks-clients: postgres loses its rights as the owner of public.read
ALTER TABLE public.read OWNER TO keeper;

-- [3/5] alter privilege of the owner on sequence public.read_id_seq: privileges: USAGE, SELECT, UPDATE -> SELECT, UPDATE
-- ! breaks-clients: the owner loses USAGE on public.read_id_seq
REVOKE USAGE ON SEQUENCE public.read_id_seq FROM keeper;

-- [4/5] alter privilege of the owner on table public.locked: privileges: SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER -> SELECT
-- ! breaks-clients: the owner loses INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER on public.locked
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.locked FROM app;

-- [5/5] create privilege of the owner on column public.read.number
GRANT UPDATE (number) ON TABLE public.read TO keeper;

COMMIT;
