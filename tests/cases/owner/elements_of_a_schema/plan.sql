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

-- [1/6] create schema added
CREATE SCHEMA added;

-- [2/6] create table added.t
CREATE TABLE added.t (
    a integer
);

-- [3/6] create view stays.v
SET LOCAL search_path = stays, public;
CREATE VIEW stays.v AS
SELECT a FROM t;

-- [4/6] create owner of schema added
ALTER SCHEMA added OWNER TO keeper;

-- [5/6] create owner of table added.t
ALTER TABLE added.t OWNER TO keeper;

-- [6/6] create owner of view stays.v
ALTER VIEW stays.v OWNER TO app;

COMMIT;
