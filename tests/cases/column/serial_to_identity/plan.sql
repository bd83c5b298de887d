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

-- [1/4] drop default public.t.id
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- [2/4] drop sequence public.t_id_seq
-- ! data-loss: drops the sequence and forgets where it stands
DROP SEQUENCE public.t_id_seq;

-- [3/4] alter column public.t.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER TABLE public.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- [4/4] alter column public.t.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
SELECT setval(pg_get_serial_sequence('public.t', 'id'), max(id))
    FROM public.t HAVING max(id) >= 1;

COMMIT;
