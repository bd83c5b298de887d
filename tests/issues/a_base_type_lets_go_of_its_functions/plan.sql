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

-- [1/3] alter base type public.bt: receive: public.bt_recv -> none; send: public.bt_send -> none
-- ! needs-privileges: only a superuser can alter base types so
ALTER TYPE public.bt SET (RECEIVE = NONE, SEND = NONE);

-- [2/3] drop function public.bt_recv(internal)
DROP FUNCTION public.bt_recv(internal);

-- [3/3] drop function public.bt_send(public.bt)
DROP FUNCTION public.bt_send(public.bt);

COMMIT;
