-- 11 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/11] drop constraint public.p.p_up
ALTER TABLE public.p DROP CONSTRAINT p_up;

-- [2/11] drop constraint public.q_1.q_1_other
ALTER TABLE public.q_1 DROP CONSTRAINT q_1_other;

-- [3/11] drop constraint public.q_2.q_2_other
ALTER TABLE public.q_2 DROP CONSTRAINT q_2_other;

-- [4/11] create table public.stays
CREATE TABLE public.stays (
    id integer
);

-- [5/11] drop table public.p_1
-- ! data-loss: drops the partition and its rows
DROP TABLE public.p_1;

-- [6/11] drop table public.p_2_1
-- ! data-loss: drops the partition and its rows
DROP TABLE public.p_2_1;

-- [7/11] drop table public.p_2
-- ! data-loss: drops the partition and its rows
DROP TABLE public.p_2;

-- [8/11] drop table public.p
-- ! data-loss: drops the table and its rows
DROP TABLE public.p;

-- [9/11] drop table public.q_1
-- ! data-loss: drops the partition and its rows
DROP TABLE public.q_1;

-- [10/11] drop table public.q_2
-- ! data-loss: drops the partition and its rows
DROP TABLE public.q_2;

-- [11/11] drop table public.q
-- ! data-loss: drops the table and its rows
DROP TABLE public.q;

COMMIT;
