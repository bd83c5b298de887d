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

-- [1/5] drop default public.t.id
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- [2/5] alter column public.t.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER TABLE public.t
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq_old);

-- [3/5] alter column public.t.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
SELECT setval('public.t_id_seq_old'::regclass, last_value, is_called)
    FROM public.t_id_seq;

-- [4/5] drop sequence public.t_id_seq
DROP SEQUENCE public.t_id_seq;

-- [5/5] alter column public.t.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER SEQUENCE public.t_id_seq_old RENAME TO t_id_seq;

COMMIT;
