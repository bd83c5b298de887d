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

-- [1/3] alter column public.h.id: type: integer -> bigint; identity: always, sequence public.h_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 …
-- ! table-rewrite: writes public.h and its indexes anew while nobody can use it
ALTER TABLE public.h ALTER COLUMN id TYPE bigint;

-- [2/3] alter column public.h.id: type: integer -> bigint; identity: always, sequence public.h_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 …
ALTER TABLE public.h ALTER COLUMN id SET MAXVALUE 9223372036854775807;

-- [3/3] alter column public.t.id: type: integer -> bigint; identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 …
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

COMMIT;
