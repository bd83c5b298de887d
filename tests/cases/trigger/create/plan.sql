-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] create function public.f()
CREATE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN NULL; END$$;

-- [2/11] create table public.t
CREATE TABLE public.t (
    a integer,
    b text
);

-- [3/11] create view public.v
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT a FROM t;

-- [4/11] create trigger public.t.emptied
CREATE TRIGGER emptied
    BEFORE TRUNCATE ON public.t
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();

-- [5/11] create trigger public.t.later
CREATE CONSTRAINT TRIGGER later
    AFTER DELETE ON public.t
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [6/11] create trigger public.t.off
CREATE TRIGGER off
    AFTER INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [7/11] create trigger public.t.off
ALTER TABLE public.t DISABLE TRIGGER off;

-- [8/11] create trigger public.t.rows
CREATE TRIGGER rows
    BEFORE INSERT OR UPDATE OF a, b ON public.t
    FOR EACH ROW
    WHEN (NEW.a > 0)
    EXECUTE FUNCTION public.f('x', 'it''s');

-- [9/11] create trigger public.t.statement
CREATE TRIGGER statement
    AFTER UPDATE ON public.t
    REFERENCING OLD TABLE AS o NEW TABLE AS n
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();

-- [10/11] create trigger public.v.instead
CREATE TRIGGER instead
    INSTEAD OF DELETE ON public.v
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [11/11] create comment on trigger public.t.rows
COMMENT ON TRIGGER rows ON public.t IS 'each';

COMMIT;
