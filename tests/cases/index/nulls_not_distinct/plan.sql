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

-- [1/4] drop index public.becomes: nulls not distinct: no -> yes
DROP INDEX public.becomes;

-- [2/4] drop index public.is_no_more: nulls not distinct: yes -> no
DROP INDEX public.is_no_more;

-- [3/4] create index public.becomes: nulls not distinct: no -> yes
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE UNIQUE INDEX becomes ON public.t (a) NULLS NOT DISTINCT;

-- [4/4] create index public.is_no_more: nulls not distinct: yes -> no
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE UNIQUE INDEX is_no_more ON public.t (b);

COMMIT;
