-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] drop view public.v: uses column public.a.x, which is altered
DROP VIEW public.v;

-- [2/5] alter table public.a: id: type: integer -> bigint; x: type: integer -> bigint; y: type: integer -> bigint; at: new; m: new
-- ! table-rewrite: writes public.a and its indexes anew while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.a
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN x TYPE bigint,
    ALTER COLUMN y TYPE bigint,
    ADD COLUMN at timestamp with time zone DEFAULT clock_timestamp(),
    ADD COLUMN m integer;

-- [3/5] alter column public.a.z: type: character varying(10) -> character varying(20)
ALTER TABLE public.a ALTER COLUMN z TYPE character varying(20);

-- [4/5] alter default public.a.y: default: 7 -> 8
ALTER TABLE public.a ALTER COLUMN y SET DEFAULT 8;

-- [5/5] create view public.v: uses column public.a.x, which is altered
CREATE VIEW public.v AS
SELECT x, y FROM a;

COMMIT;
