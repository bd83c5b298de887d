-- 16 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/16] drop view public.v: uses column public.t.b, which is altered
DROP VIEW public.v;

-- [2/16] drop default public.t.b: uses enum public.en, which is replaced
ALTER TABLE public.t ALTER COLUMN b DROP DEFAULT;

-- [3/16] alter enum public.en: labels: a, b -> b, a
ALTER TYPE public.en RENAME TO en_old;

-- [4/16] alter enum public.en: labels: a, b -> b, a
CREATE TYPE public.en AS ENUM (
    'b',
    'a'
);

-- [5/16] alter composite type public.comp: is made of what is replaced
ALTER TABLE public.t NOT OF;

-- [6/16] alter enum public.en: labels: a, b -> b, a
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN b TYPE public.en USING b::text::public.en;

-- [7/16] alter composite type public.comp: is made of what is replaced
ALTER TABLE public.t2 NOT OF;

-- [8/16] alter enum public.en: labels: a, b -> b, a
-- ! table-rewrite: writes public.t2 and its indexes anew while nobody can use it
ALTER TABLE public.t2 ALTER COLUMN b TYPE public.en USING b::text::public.en;

-- [9/16] alter composite type public.comp: is made of what is replaced
ALTER TYPE public.comp RENAME TO comp_old;

-- [10/16] alter composite type public.comp: is made of what is replaced
CREATE TYPE public.comp AS (
    a integer,
    b public.en
);

-- [11/16] alter composite type public.comp: is made of what is replaced
ALTER TABLE public.t OF public.comp;

-- [12/16] alter composite type public.comp: is made of what is replaced
ALTER TABLE public.t2 OF public.comp;

-- [13/16] alter composite type public.comp: is made of what is replaced
DROP TYPE public.comp_old;

-- [14/16] alter enum public.en: labels: a, b -> b, a
DROP TYPE public.en_old;

-- [15/16] create default public.t.b: uses enum public.en, which is replaced
SET LOCAL search_path = public;
ALTER TABLE public.t ALTER COLUMN b SET DEFAULT 'a';

-- [16/16] create view public.v: uses column public.t.b, which is altered
CREATE VIEW public.v AS
SELECT * FROM t;

COMMIT;
