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

-- [1/9] rename sequence app.ids_id_seq_1: renamed from old.ids_id_seq
-- ! breaks-clients: whoever says old.ids_id_seq fails from here on
ALTER SEQUENCE old.ids_id_seq RENAME TO ids_id_seq_1;

-- [2/9] rename constraint app.goes.comes_pk_old: makes way for what gets its name
ALTER INDEX app.comes_pk RENAME TO comes_pk_old;

-- [3/9] rename index app.comes_i_old: makes way for what gets its name
ALTER INDEX app.comes_i RENAME TO comes_i_old;

-- [4/9] rename table app.comes: renamed from old.comes
-- ! breaks-clients: whoever says old.comes fails from here on
ALTER TABLE old.comes SET SCHEMA app;

-- [5/9] rename table app.ids: renamed from old.ids
-- ! breaks-clients: whoever says old.ids fails from here on
ALTER TABLE old.ids SET SCHEMA app;

-- [6/9] rename constraint app.named.pk2: renamed from pk
ALTER INDEX old.pk RENAME TO pk2;

-- [7/9] rename index app.by_v2: renamed from old.by_v
ALTER INDEX old.by_v RENAME TO by_v2;

-- [8/9] rename table app.named: renamed from old.named
-- ! breaks-clients: whoever says old.named fails from here on
ALTER TABLE old.named SET SCHEMA app;

-- [9/9] drop table app.goes
-- ! data-loss: drops the table and its rows
DROP TABLE app.goes;

COMMIT;
