-- 15 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/15] drop view public.v: uses column public.t.d, which is altered
DROP VIEW public.v;

-- [2/15] drop constraint public.u.u_d_fkey: compares values of a type that is replaced
ALTER TABLE public.u DROP CONSTRAINT u_d_fkey;

-- [3/15] drop default public.t.d: uses domain public.d, which is replaced
ALTER TABLE public.t ALTER COLUMN d DROP DEFAULT;

-- [4/15] drop domain constraint public.d.d_check: uses domain public.d, which is replaced
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- [5/15] alter domain public.d: base type: integer -> bigint
ALTER DOMAIN public.d RENAME TO d_old;

-- [6/15] alter domain public.d: base type: integer -> bigint
SET LOCAL search_path = public;
CREATE DOMAIN public.d AS bigint
    CONSTRAINT d_check CHECK (VALUE > 0);

-- [7/15] alter domain public.e: is made of what is replaced
ALTER DOMAIN public.e RENAME TO e_old;

-- [8/15] alter domain public.e: is made of what is replaced
CREATE DOMAIN public.e AS public.d;

-- [9/15] alter domain public.d: base type: integer -> bigint
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN d TYPE public.d,
    ALTER COLUMN ds TYPE public.d[] USING ds::text[]::public.d[],
    ALTER COLUMN e TYPE public.e;

-- [10/15] alter domain public.d: base type: integer -> bigint
-- ! table-rewrite: writes public.u and its indexes anew while nobody can use it
ALTER TABLE public.u ALTER COLUMN d TYPE public.d;

-- [11/15] alter domain public.e: is made of what is replaced
DROP DOMAIN public.e_old;

-- [12/15] alter domain public.d: base type: integer -> bigint
DROP DOMAIN public.d_old;

-- [13/15] create default public.t.d: uses domain public.d, which is replaced
ALTER TABLE public.t ALTER COLUMN d SET DEFAULT 1;

-- [14/15] create constraint public.u.u_d_fkey: compares values of a type that is replaced
-- ! full-scan: reads all of public.u while nobody can write to it
ALTER TABLE public.u ADD CONSTRAINT u_d_fkey FOREIGN KEY (d) REFERENCES public.t (d);

-- [15/15] create view public.v: uses column public.t.d, which is altered
CREATE VIEW public.v AS
SELECT d FROM t;

COMMIT;
