-- 14 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/14] alter composite type public.pair: attributes: x character varying(10), y integer -> x text, y integer
ALTER TYPE public.pair ALTER ATTRIBUTE x TYPE text CASCADE;

-- [2/14] alter column public.a.x: collation: none -> pg_catalog."C"
ALTER TABLE public.a ALTER COLUMN x TYPE text COLLATE pg_catalog."C";

-- [3/14] alter column public.a.x: collation: none -> pg_catalog."C"
ALTER TABLE public.a ALTER COLUMN x SET STORAGE MAIN;

-- [4/14] alter column public.a.x: collation: none -> pg_catalog."C"
ALTER TABLE public.a ALTER COLUMN x SET COMPRESSION pglz;

-- [5/14] alter column public.a.y: type: character varying(20) -> character varying(30)
ALTER TABLE public.a ALTER COLUMN y TYPE character varying(30);

-- [6/14] alter column public.a.y: type: character varying(20) -> character varying(30)
ALTER TABLE public.a ALTER COLUMN y SET STORAGE EXTERNAL;

-- [7/14] alter column public.of_pair.x: type: character varying(10) -> text
ALTER TABLE public.of_pair ALTER COLUMN x SET STORAGE EXTERNAL;

-- [8/14] alter column public.p.x: collation: none -> pg_catalog."C"
ALTER TABLE public.p ALTER COLUMN x TYPE text COLLATE pg_catalog."C";

-- [9/14] alter column public.p.x: collation: none -> pg_catalog."C"
ALTER TABLE public.p ALTER COLUMN x SET STORAGE EXTERNAL;

-- [10/14] alter column public.c.x: collation: none -> pg_catalog."C"
ALTER TABLE ONLY public.c ALTER COLUMN x SET STORAGE MAIN;

-- [11/14] alter column public.p.y: type: character varying(20) -> text
ALTER TABLE public.p ALTER COLUMN y TYPE text;

-- [12/14] alter column public.c.y: type: character varying(20) -> text
ALTER TABLE ONLY public.c ALTER COLUMN y SET STORAGE PLAIN;

-- [13/14] alter column public.c.y: type: character varying(20) -> text
ALTER TABLE public.c ALTER COLUMN y SET COMPRESSION pglz;

-- [14/14] alter column public.d.y: type: character varying(20) -> text
ALTER TABLE public.d ALTER COLUMN y SET STORAGE PLAIN;

COMMIT;
