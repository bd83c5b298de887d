-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] drop table public.a
-- ! data-loss: drops the table and its rows
DROP TABLE public.a;

-- [2/2] alter column public.b.x: identity: always, sequence public.b_x_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequenc…
ALTER SEQUENCE public.b_x_seq RENAME TO ids;

COMMIT;
