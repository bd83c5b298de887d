-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] drop trigger public.t.becomes_constraint: constraint trigger: no -> yes
DROP TRIGGER becomes_constraint ON public.t;

-- [2/13] drop trigger public.t.from_table: from table: none -> public.u
DROP TRIGGER from_table ON public.t;

-- [3/13] create trigger public.t.becomes_constraint: constraint trigger: no -> yes
CREATE CONSTRAINT TRIGGER becomes_constraint
    AFTER INSERT ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [4/13] create trigger public.t.becomes_constraint: constraint trigger: no -> yes
ALTER TABLE public.t DISABLE TRIGGER becomes_constraint;

-- [5/13] alter trigger public.t.columns: update columns: a -> a, b
CREATE OR REPLACE TRIGGER columns
    AFTER UPDATE OF a, b ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [6/13] create trigger public.t.from_table: from table: none -> public.u
CREATE CONSTRAINT TRIGGER from_table
    AFTER INSERT ON public.t
    FROM public.u
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [7/13] alter trigger public.t.new_table: new table: none -> news
CREATE OR REPLACE TRIGGER new_table
    AFTER UPDATE ON public.t
    REFERENCING NEW TABLE AS news
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();

-- [8/13] alter trigger public.t.of_inserts: on insert: yes -> no; on delete: no -> yes
CREATE OR REPLACE TRIGGER of_inserts
    AFTER DELETE ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [9/13] alter trigger public.t.of_truncates: on truncate: no -> yes
CREATE OR REPLACE TRIGGER of_truncates
    AFTER INSERT OR TRUNCATE ON public.t
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();

-- [10/13] alter trigger public.t.of_updates: on update: no -> yes
CREATE OR REPLACE TRIGGER of_updates
    AFTER INSERT OR UPDATE ON public.t
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [11/13] alter trigger public.t.old_table: old table: olds -> former
CREATE OR REPLACE TRIGGER old_table
    AFTER UPDATE ON public.t
    REFERENCING OLD TABLE AS former
    FOR EACH STATEMENT
    EXECUTE FUNCTION public.f();

-- [12/13] create comment on trigger public.t.becomes_constraint
COMMENT ON TRIGGER becomes_constraint ON public.t IS 'stays';

-- [13/13] alter comment on trigger public.t.columns: text: before -> after
COMMENT ON TRIGGER columns ON public.t IS 'after';

COMMIT;
