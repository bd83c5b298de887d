-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] alter table public.t: partition key: RANGE (a) -> RANGE (b)
ALTER TABLE public.t RENAME TO t_old;

-- [2/3] create table public.t: partition key: RANGE (a) -> RANGE (b)
CREATE TABLE public.t (
    a integer,
    b integer
)
PARTITION BY RANGE (b);

-- [3/3] drop table public.t: partition key: RANGE (a) -> RANGE (b)
DROP TABLE public.t_old;

COMMIT;
