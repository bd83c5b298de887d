-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] create table public.u
CREATE TABLE public.u (
    a text
);

-- [2/12] alter column public.t.a: storage: none -> MAIN; compression: none -> pglz; statistics target: -1 -> 500; options: none -> n_distinct=-0.5
ALTER TABLE public.t ALTER COLUMN a SET STORAGE MAIN;

-- [3/12] alter column public.t.a: storage: none -> MAIN; compression: none -> pglz; statistics target: -1 -> 500; options: none -> n_distinct=-0.5
ALTER TABLE public.t ALTER COLUMN a SET COMPRESSION pglz;

-- [4/12] alter column public.t.a: storage: none -> MAIN; compression: none -> pglz; statistics target: -1 -> 500; options: none -> n_distinct=-0.5
ALTER TABLE public.t ALTER COLUMN a SET STATISTICS 500;

-- [5/12] alter column public.t.a: storage: none -> MAIN; compression: none -> pglz; statistics target: -1 -> 500; options: none -> n_distinct=-0.5
ALTER TABLE public.t ALTER COLUMN a SET (n_distinct=-0.5);

-- [6/12] alter column public.t.b: storage: EXTERNAL -> none; compression: pglz -> none; statistics target: 50 -> -1; options: n_distinct=5 -> none
ALTER TABLE public.t ALTER COLUMN b SET STORAGE EXTENDED;

-- [7/12] alter column public.t.b: storage: EXTERNAL -> none; compression: pglz -> none; statistics target: 50 -> -1; options: n_distinct=5 -> none
ALTER TABLE public.t ALTER COLUMN b SET COMPRESSION default;

-- [8/12] alter column public.t.b: storage: EXTERNAL -> none; compression: pglz -> none; statistics target: 50 -> -1; options: n_distinct=5 -> none
ALTER TABLE public.t ALTER COLUMN b SET STATISTICS -1;

-- [9/12] alter column public.t.b: storage: EXTERNAL -> none; compression: pglz -> none; statistics target: 50 -> -1; options: n_distinct=5 -> none
ALTER TABLE public.t ALTER COLUMN b RESET (n_distinct);

-- [10/12] alter column public.t.c: collation: pg_catalog."C" -> none
ALTER TABLE public.t ALTER COLUMN c TYPE text;

-- [11/12] create column public.u.a
ALTER TABLE public.u ALTER COLUMN a SET STORAGE EXTERNAL;

-- [12/12] create column public.u.a
ALTER TABLE public.u ALTER COLUMN a SET STATISTICS 7;

COMMIT;
