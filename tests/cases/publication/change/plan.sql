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

-- [1/13] drop published schema app in schemas
-- ! breaks-clients: subscribers get no more changes of its tables
ALTER PUBLICATION schemas DROP TABLES IN SCHEMA app;

-- [2/13] drop published table public.t in filters: where: (a > 10) -> a > 20
ALTER PUBLICATION filters DROP TABLE ONLY public.t;

-- [3/13] drop published table public.u in filters: columns: id -> id, note
ALTER PUBLICATION filters DROP TABLE ONLY public.u;

-- [4/13] drop published table public.u in tables
-- ! breaks-clients: subscribers get no more changes of the table
ALTER PUBLICATION tables DROP TABLE ONLY public.u;

-- [5/13] drop publication scope: all tables: no -> yes
DROP PUBLICATION scope;

-- [6/13] create table app.v
CREATE TABLE app.v (
    id integer NOT NULL,
    CONSTRAINT v_pkey PRIMARY KEY (id)
);

-- [7/13] alter publication options: publish: insert, update, delete, truncate -> insert; publish_via_partition_root: no -> yes
-- ! breaks-clients: subscribers don't hear of it any more: update, delete, truncate
ALTER PUBLICATION options SET (publish = 'insert', publish_via_partition_root = true);

-- [8/13] create publication scope: all tables: no -> yes
-- ! widens-access: subscribers get every column and row of all tables, and of those to come
CREATE PUBLICATION scope FOR ALL TABLES;

-- [9/13] create published table app.v in tables
ALTER PUBLICATION tables ADD TABLE ONLY app.v;

-- [10/13] create published table public.t in filters: where: (a > 10) -> a > 20
-- ! widens-access: subscribers may get rows that the filter kept from them
-- ! breaks-clients: subscribers get no more changes of rows that the filter keeps from them
SET LOCAL search_path = public;
ALTER PUBLICATION filters ADD TABLE ONLY public.t WHERE (a > 20);

-- [11/13] create published table public.u in filters: columns: id -> id, note
-- ! widens-access: subscribers get columns that they did not get
ALTER PUBLICATION filters ADD TABLE ONLY public.u (id, note);

-- [12/13] create published schema public in schemas
ALTER PUBLICATION schemas ADD TABLES IN SCHEMA public;

-- [13/13] create comment on publication scope
COMMENT ON PUBLICATION scope IS 'stays';

COMMIT;
