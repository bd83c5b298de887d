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

-- [1/14] rename schema new: renamed from old
-- ! breaks-clients: whoever says old fails from here on
ALTER SCHEMA old RENAME TO new;

-- [2/14] rename sequence public.c_id_seq: renamed from public.b_id_seq
-- ! breaks-clients: whoever says public.b_id_seq fails from here on
ALTER SEQUENCE public.b_id_seq RENAME TO c_id_seq;

-- [3/14] rename sequence public.b_id_seq: renamed from public.a_id_seq
-- ! breaks-clients: whoever says public.a_id_seq fails from here on
ALTER SEQUENCE public.a_id_seq RENAME TO b_id_seq;

-- [4/14] rename table public.c: renamed from public.b
-- ! breaks-clients: whoever says public.b fails from here on
ALTER TABLE public.b RENAME TO c;

-- [5/14] rename table public.b: renamed from public.a
-- ! breaks-clients: whoever says public.a fails from here on
ALTER TABLE public.a RENAME TO b;

-- [6/14] rename constraint public.c.c_pkey: renamed from b_pkey
ALTER TABLE public.c RENAME CONSTRAINT b_pkey TO c_pkey;

-- [7/14] rename constraint public.b.b_pkey: renamed from a_pkey
ALTER TABLE public.b RENAME CONSTRAINT a_pkey TO b_pkey;

-- [8/14] create schema old
CREATE SCHEMA old;

-- [9/14] create sequence old.t_id_seq
CREATE SEQUENCE old.t_id_seq AS integer;

-- [10/14] create sequence public.a_id_seq
CREATE SEQUENCE public.a_id_seq AS integer;

-- [11/14] create table old.t
CREATE TABLE old.t (
    id integer DEFAULT nextval('old.t_id_seq'::regclass) NOT NULL,
    y text,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- [12/14] create sequence old.t_id_seq
ALTER SEQUENCE old.t_id_seq OWNED BY old.t.id;

-- [13/14] create table public.a
CREATE TABLE public.a (
    id integer DEFAULT nextval('public.a_id_seq'::regclass) NOT NULL,
    other date,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);

-- [14/14] create sequence public.a_id_seq
ALTER SEQUENCE public.a_id_seq OWNED BY public.a.id;

COMMIT;
