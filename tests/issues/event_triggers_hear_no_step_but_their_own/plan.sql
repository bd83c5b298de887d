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

-- [1/6] drop event trigger old_one
SET LOCAL search_path = DEFAULT;
DROP EVENT TRIGGER old_one;

-- [2/6] create function public.no_ddl()
CREATE FUNCTION public.no_ddl() RETURNS event_trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'no DDL at all, %', tg_tag; END $$;

-- [3/6] create table public.comes
CREATE TABLE public.comes (
    a integer
);

-- [4/6] drop table public.goes
-- ! data-loss: drops the table and its rows
DROP TABLE public.goes;

-- [5/6] create event trigger new_one
CREATE EVENT TRIGGER new_one
    ON ddl_command_start
    EXECUTE FUNCTION public.no_ddl();

-- [6/6] alter event trigger off_now: enabled: disabled -> enabled
ALTER EVENT TRIGGER off_now ENABLE;

COMMIT;
