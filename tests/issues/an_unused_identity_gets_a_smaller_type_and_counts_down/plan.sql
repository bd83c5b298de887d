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

-- [1/4] alter column public.t.id: type: integer -> smallint; identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache …
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every integer of public.t.id is known to keep its value as smallint
ALTER TABLE public.t ALTER COLUMN id TYPE smallint;

-- [2/4] alter column public.t.id: type: integer -> smallint; identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache …
ALTER TABLE public.t ALTER COLUMN id SET MINVALUE -32768;

-- [3/4] alter column public.t.id: type: integer -> smallint; identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache …
SELECT setval('public.t_id_seq', -1, false) FROM public.t_id_seq WHERE NOT is_called;

-- [4/4] alter column public.t.id: type: integer -> smallint; identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache …
ALTER TABLE public.t ALTER COLUMN id SET INCREMENT BY -1 SET MAXVALUE -1 SET START WITH -1;

COMMIT;
