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

-- [1/4] alter column public.t.a: collation: none -> pg_catalog."C"
-- ! blocking-index-build: builds the indexes over public.t.a anew; nobody can use public.t meanwhile
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE pg_catalog."C";

-- [2/4] alter column public.t.b: collation: none -> pg_catalog."C"
-- ! blocking-index-build: builds the indexes over public.t.b anew; nobody can use public.t meanwhile
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_catalog."C";

-- [3/4] alter column public.t.c: collation: none -> pg_catalog."C"
ALTER TABLE public.t ALTER COLUMN c TYPE text COLLATE pg_catalog."C";

-- [4/4] create constraint public.f.f_a_check
SET LOCAL search_path = public;
ALTER TABLE public.f ADD CONSTRAINT f_a_check CHECK (a > 0);

COMMIT;
