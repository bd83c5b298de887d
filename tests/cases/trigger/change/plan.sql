-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop trigger public.t.deferred: deferrable: no -> yes; initially deferred: no -> yes
DROP TRIGGER deferred ON public.t;

-- [2/8] alter trigger public.t.called: function: public.f -> public.g; arguments: none -> x
CREATE OR REPLACE TRIGGER called
    BEFORE INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.g('x');

-- [3/8] alter trigger public.t.condition: when: (new.a > 0) -> NEW.a > 1
SET LOCAL search_path = public;
CREATE OR REPLACE TRIGGER condition
    BEFORE INSERT ON public.t
    FOR EACH ROW
    WHEN (NEW.a > 1)
    EXECUTE FUNCTION public.f();

-- [4/8] create trigger public.t.deferred: deferrable: no -> yes; initially deferred: no -> yes
CREATE CONSTRAINT TRIGGER deferred
    AFTER INSERT ON public.t
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [5/8] alter trigger public.t.event: on delete: no -> yes
CREATE OR REPLACE TRIGGER event
    BEFORE INSERT OR DELETE ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [6/8] alter trigger public.t.moment: timing: before -> after; for each row: yes -> no
CREATE OR REPLACE TRIGGER moment
    AFTER INSERT ON public.t
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();

-- [7/8] alter trigger public.t.state: enabled: enabled -> enabled always
ALTER TABLE public.t ENABLE ALWAYS TRIGGER state;

-- [8/8] create comment on trigger public.t.deferred
COMMENT ON TRIGGER deferred ON public.t IS 'stays';

COMMIT;
