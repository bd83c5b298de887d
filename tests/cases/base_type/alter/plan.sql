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

-- [1/4] create function public.b_recv(internal)
CREATE FUNCTION public.b_recv(internal) RETURNS public.b
    LANGUAGE internal
    STABLE STRICT
    AS 'textrecv';

-- [2/4] create function public.b_send(public.b)
CREATE FUNCTION public.b_send(public.b) RETURNS bytea
    LANGUAGE internal
    STABLE STRICT
    AS 'textsend';

-- [3/4] alter base type public.b: receive: none -> public.b_recv; send: none -> public.b_send; storage: plain -> extended
-- ! needs-privileges: only a superuser can alter base types so
ALTER TYPE public.b SET (RECEIVE = public.b_recv, SEND = public.b_send, STORAGE = extended);

-- [4/4] alter comment on base type public.b: text: old -> new
COMMENT ON TYPE public.b IS 'new';

COMMIT;
