-- 7 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/7] create schema app
CREATE SCHEMA app;

-- [2/7] create table app.v
CREATE TABLE app.v (
    id integer NOT NULL,
    CONSTRAINT v_pkey PRIMARY KEY (id)
);

-- [3/7] create publication chosen
SET LOCAL search_path = public;
CREATE PUBLICATION chosen
    FOR TABLE ONLY public.t (a, b) WHERE (a > 10), ONLY public.u
    WITH (publish = 'insert, delete', publish_via_partition_root = true);

-- [4/7] create publication everything
CREATE PUBLICATION everything FOR ALL TABLES;

-- [5/7] create publication nothing
CREATE PUBLICATION nothing;

-- [6/7] create publication whole
CREATE PUBLICATION whole
    FOR TABLES IN SCHEMA app;

-- [7/7] create comment on publication chosen
COMMENT ON PUBLICATION chosen IS 'for the warehouse';

COMMIT;
