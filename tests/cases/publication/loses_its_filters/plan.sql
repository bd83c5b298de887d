-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop published table public.t in some_columns
-- ! widens-access: subscribers get every column and row of public.t, which the publication has no filter and no column list for any more
ALTER PUBLICATION some_columns DROP TABLE ONLY public.t;

-- [2/9] drop published table public.t in some_rows
-- ! widens-access: subscribers get every column and row of public.t, which the publication has no filter and no column list for any more
ALTER PUBLICATION some_rows DROP TABLE ONLY public.t;

-- [3/9] drop published table public.u in some_columns
ALTER PUBLICATION some_columns DROP TABLE ONLY public.u;

-- [4/9] drop publication everything: all tables: no -> yes
DROP PUBLICATION everything;

-- [5/9] create publication everything: all tables: no -> yes
-- ! widens-access: subscribers get every column and row of all tables, and of those to come
CREATE PUBLICATION everything FOR ALL TABLES;

-- [6/9] create publication new_one
CREATE PUBLICATION new_one FOR ALL TABLES;

-- [7/9] create published schema public in mixed
-- ! widens-access: subscribers get every column and row of public.t, which the publication has no filter and no column list for any more
ALTER PUBLICATION mixed ADD TABLES IN SCHEMA public;

-- [8/9] create published schema public in some_columns
ALTER PUBLICATION some_columns ADD TABLES IN SCHEMA public;

-- [9/9] create published schema public in some_rows
ALTER PUBLICATION some_rows ADD TABLES IN SCHEMA public;

COMMIT;
