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

-- [1/13] drop index public.i: elements: public.f((id)::bigint) -> f(id)
DROP INDEX public.i;

-- [2/13] drop constraint public.t.t_id_check: check: (public.f((id)::bigint) <> 'q'::text) -> f(id) <> 'q'
ALTER TABLE public.t DROP CONSTRAINT t_id_check;

-- [3/13] drop domain constraint public.d.d_check: check: (public.f((VALUE)::bigint) <> 'x'::text) -> f(VALUE) <> 'x'
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- [4/13] create function public.f(integer)
CREATE FUNCTION public.f(integer) RETURNS text
    LANGUAGE sql
    IMMUTABLE
    AS $$ SELECT 'int' $$;

-- [5/13] create domain constraint public.d.d_check: check: (public.f((VALUE)::bigint) <> 'x'::text) -> f(VALUE) <> 'x'
-- ! full-scan: reads every table that has a column of the domain
SET LOCAL search_path = public;
ALTER DOMAIN public.d ADD CONSTRAINT d_check CHECK (f(VALUE) <> 'x');

-- [6/13] alter function public.g(text): arguments: x text DEFAULT public.f((1)::bigint) -> x text DEFAULT f(1)
CREATE OR REPLACE FUNCTION public.g(x text DEFAULT f(1)) RETURNS text
    LANGUAGE sql
    AS $$SELECT x$$;

-- [7/13] alter default public.t.d: default: public.f((1)::bigint) -> f(1)
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT f(1);

-- [8/13] create constraint public.t.t_id_check: check: (public.f((id)::bigint) <> 'q'::text) -> f(id) <> 'q'
-- ! full-scan: reads all of public.t while nobody can use it
ALTER TABLE public.t ADD CONSTRAINT t_id_check CHECK (f(id) <> 'q');

-- [9/13] create index public.i: elements: public.f((id)::bigint) -> f(id)
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX i ON public.t (f(id));

-- [10/13] alter view public.v: query: SELECT public.f((1)::bigint) AS x, public.f((2)::bigint) AS y -> SELECT f(1) AS x, f(2::bigint) AS y
CREATE OR REPLACE VIEW public.v AS
SELECT f(1) AS x, f(2::bigint) AS y;

-- [11/13] alter trigger public.t.tr: when: (public.f((new.id)::bigint) = 'x'::text) -> f(new.id) = 'x'
CREATE OR REPLACE TRIGGER tr
    BEFORE UPDATE ON public.t
    FOR EACH ROW
    WHEN (f(new.id) = 'x')
    EXECUTE FUNCTION public.tg();

-- [12/13] drop column public.t.g: generated: (public.f((id)::bigint)) stored -> (f(id)) stored
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.t DROP COLUMN g;

-- [13/13] create column public.t.g: generated: (public.f((id)::bigint)) stored -> (f(id)) stored
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
ALTER TABLE public.t ADD COLUMN g text GENERATED ALWAYS AS (f(id)) STORED;

COMMIT;
