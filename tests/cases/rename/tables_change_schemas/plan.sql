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

-- [1/14] rename enum s1.e: renamed from s2.e
-- ! breaks-clients: whoever says s2.e fails from here on
ALTER TYPE s2.e RENAME TO e_new;

-- [2/14] rename enum s2.e: renamed from s1.e
-- ! breaks-clients: whoever says s1.e fails from here on
ALTER TYPE s1.e SET SCHEMA s2;

-- [3/14] rename enum s1.e: renamed from s2.e
ALTER TYPE s2.e_new SET SCHEMA s1;

-- [4/14] rename enum s1.e: renamed from s2.e
ALTER TYPE s1.e_new RENAME TO e;

-- [5/14] rename sequence s1.t_id_seq: renamed from s2.t_id_seq
-- ! breaks-clients: whoever says s2.t_id_seq fails from here on
ALTER SEQUENCE s2.t_id_seq RENAME TO t_id_seq_new;

-- [6/14] rename constraint s1.t.t_pkey: renamed from t_pkey
ALTER INDEX s2.t_pkey RENAME TO t_pkey_new;

-- [7/14] rename index s1.i: renamed from s2.i
ALTER INDEX s2.i RENAME TO i_new;

-- [8/14] rename table s1.t: renamed from s2.t
-- ! breaks-clients: whoever says s2.t fails from here on
ALTER TABLE s2.t RENAME TO t_new;

-- [9/14] rename table s2.t: renamed from s1.t
-- ! breaks-clients: whoever says s1.t fails from here on
ALTER TABLE s1.t SET SCHEMA s2;

-- [10/14] rename table s1.t: renamed from s2.t
ALTER TABLE s2.t_new SET SCHEMA s1;

-- [11/14] rename table s1.t: renamed from s2.t
ALTER TABLE s1.t_new RENAME TO t;

-- [12/14] rename sequence s1.t_id_seq: renamed from s2.t_id_seq
ALTER SEQUENCE s1.t_id_seq_new RENAME TO t_id_seq;

-- [13/14] rename constraint s1.t.t_pkey: renamed from t_pkey
ALTER INDEX s1.t_pkey_new RENAME TO t_pkey;

-- [14/14] rename index s1.i: renamed from s2.i
ALTER INDEX s1.i_new RENAME TO i;

COMMIT;
