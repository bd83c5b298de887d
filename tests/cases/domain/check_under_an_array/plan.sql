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

-- [1/13] drop default public.t.c: uses domain public.code, which is replaced
ALTER TABLE public.t ALTER COLUMN c DROP DEFAULT;

-- [2/13] drop domain constraint public.code.code_check: check: (VALUE <> ''::text) -> VALUE !~ ' '
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- [3/13] alter domain public.code: values of it are parts of others, where they can't be checked
ALTER DOMAIN public.code RENAME TO code_old;

-- [4/13] alter domain public.code: values of it are parts of others, where they can't be checked
SET LOCAL search_path = public;
CREATE DOMAIN public.code AS text
    CONSTRAINT code_check CHECK (VALUE !~ ' ');

-- [5/13] alter domain public.codes: is made of what is replaced
ALTER DOMAIN public.codes RENAME TO codes_old;

-- [6/13] alter domain public.codes: is made of what is replaced
CREATE DOMAIN public.codes AS public.code[];

-- [7/13] alter composite type public.pair: is made of what is replaced
ALTER TYPE public.pair RENAME TO pair_old;

-- [8/13] alter composite type public.pair: is made of what is replaced
CREATE TYPE public.pair AS (
    a public.code,
    b integer
);

-- [9/13] alter domain public.code: values of it are parts of others, where they can't be checked
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN c TYPE public.code,
    ALTER COLUMN cs TYPE public.code[] USING cs::text[]::public.code[],
    ALTER COLUMN ds TYPE public.codes,
    ALTER COLUMN p TYPE public.pair USING p::text::public.pair;

-- [10/13] alter domain public.codes: is made of what is replaced
DROP DOMAIN public.codes_old;

-- [11/13] alter composite type public.pair: is made of what is replaced
DROP TYPE public.pair_old;

-- [12/13] alter domain public.code: values of it are parts of others, where they can't be checked
DROP DOMAIN public.code_old;

-- [13/13] create default public.t.c: uses domain public.code, which is replaced
ALTER TABLE public.t ALTER COLUMN c SET DEFAULT 'x';

COMMIT;
