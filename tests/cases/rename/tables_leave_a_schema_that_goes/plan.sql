-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] rename enum app.state: renamed from old.state
-- ! breaks-clients: whoever says old.state fails from here on
ALTER TYPE old.state SET SCHEMA app;

-- [2/5] rename table app.t: renamed from old.t
-- ! breaks-clients: whoever says old.t fails from here on
ALTER TABLE old.t SET SCHEMA app;

-- [3/5] rename table app.u: renamed from old.u
-- ! breaks-clients: whoever says old.u fails from here on
ALTER TABLE old.u SET SCHEMA app;

-- [4/5] rename view app.v: renamed from old.v
-- ! breaks-clients: whoever says old.v fails from here on
ALTER VIEW old.v SET SCHEMA app;

-- [5/5] drop schema old
-- ! data-loss: drops the schema
DROP SCHEMA old;

COMMIT;
