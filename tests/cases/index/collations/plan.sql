-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop index public.of_a_domain: elements: k -> k COLLATE pg_catalog."default"
DROP INDEX public.of_a_domain;

-- [2/6] drop index public.of_a_name: elements: n -> n COLLATE pg_catalog."default"
DROP INDEX public.of_a_name;

-- [3/6] drop index public.of_an_expression: elements: (a || b) -> (a || b) COLLATE pg_catalog."default"
DROP INDEX public.of_an_expression;

-- [4/6] create index public.of_a_domain: elements: k -> k COLLATE pg_catalog."default"
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX of_a_domain ON public.t (k COLLATE pg_catalog."default");

-- [5/6] create index public.of_a_name: elements: n -> n COLLATE pg_catalog."default"
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX of_a_name ON public.t (n COLLATE pg_catalog."default");

-- [6/6] create index public.of_an_expression: elements: (a || b) -> (a || b) COLLATE pg_catalog."default"
-- ! blocking-index-build: nobody can write to public.t while it is built
SET LOCAL search_path = public;
CREATE INDEX of_an_expression ON public.t ((a || b) COLLATE pg_catalog."default");

COMMIT;
