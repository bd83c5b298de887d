-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] drop operator class public.of_family USING btree: family: public.one -> public.two
DROP OPERATOR CLASS public.of_family USING btree;

-- [2/8] drop operator class public.of_type USING btree: type: integer -> bigint
DROP OPERATOR CLASS public.of_type USING btree;

-- [3/8] drop operator class public.stores USING gin: storage: integer -> oid
DROP OPERATOR CLASS public.stores USING gin;

-- [4/8] drop operator class public.stores USING gin: storage: integer -> oid
ALTER OPERATOR FAMILY public.stores USING gin DROP
    FUNCTION 4 (integer[], integer[]);

-- [5/8] create operator class public.of_family USING btree: family: public.one -> public.two
CREATE OPERATOR CLASS public.of_family FOR TYPE integer USING btree FAMILY public.two AS
    OPERATOR 1 <(integer, integer),
    OPERATOR 2 <=(integer, integer),
    OPERATOR 3 =(integer, integer),
    OPERATOR 4 >=(integer, integer),
    OPERATOR 5 >(integer, integer),
    FUNCTION 1 (integer, integer) pg_catalog.btint4cmp(integer, integer);

-- [6/8] create operator class public.of_type USING btree: type: integer -> bigint
CREATE OPERATOR CLASS public.of_type FOR TYPE bigint USING btree FAMILY public.of_type AS
    OPERATOR 1 <(bigint, bigint),
    OPERATOR 2 <=(bigint, bigint),
    OPERATOR 3 =(bigint, bigint),
    OPERATOR 4 >=(bigint, bigint),
    OPERATOR 5 >(bigint, bigint),
    FUNCTION 1 (bigint, bigint) pg_catalog.btint8cmp(bigint, bigint);

-- [7/8] create operator class public.stores USING gin: storage: integer -> oid
CREATE OPERATOR CLASS public.stores FOR TYPE integer[] USING gin FAMILY public.stores AS
    FUNCTION 2 (integer[], integer[]) pg_catalog.ginarrayextract(anyarray, internal, internal),
    FUNCTION 3 (integer[], integer[]) pg_catalog.ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    FUNCTION 4 (integer[], integer[]) pg_catalog.ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
    STORAGE oid;

-- [8/8] create comment on operator class public.of_family USING btree
COMMENT ON OPERATOR CLASS public.of_family USING btree IS 'stays';

COMMIT;
