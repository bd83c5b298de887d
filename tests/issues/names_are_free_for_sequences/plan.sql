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

-- [1/6] alter column public.u.a: identity: always, sequence public.r, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence publ…
ALTER SEQUENCE public.r RENAME TO uq;

-- [2/6] create sequence public.r
CREATE SEQUENCE public.r;

-- [3/6] drop sequence public.q
-- ! data-loss: drops the sequence and forgets where it stands
DROP SEQUENCE public.q;

-- [4/6] alter column public.t.a: identity: always, sequence public.tq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence pub…
ALTER SEQUENCE public.tq RENAME TO q;

-- [5/6] drop domain public.x
DROP DOMAIN public.x;

-- [6/6] create sequence public.x
CREATE SEQUENCE public.x;

COMMIT;
