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

-- [1/7] create sequence public.t_g_seq
CREATE SEQUENCE public.t_g_seq AS integer;

-- [2/7] create table public.u
CREATE TABLE public.u (
    id integer NOT NULL,
    CONSTRAINT u_pkey PRIMARY KEY (id)
);

-- [3/7] alter table public.t: a: new; b: new; c: new; d: new; e: new; f: new; g: new; h: new; i: new; j: new
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.t
    ADD COLUMN a text,
    ADD COLUMN b integer DEFAULT 5 NOT NULL,
    ADD COLUMN c bigint GENERATED ALWAYS AS IDENTITY,
    ADD COLUMN d text COLLATE pg_catalog."C" DEFAULT 'x',
    ADD COLUMN e integer GENERATED ALWAYS AS (id + 1) STORED,
    ADD COLUMN f public.mood DEFAULT 'a',
    ADD COLUMN g integer DEFAULT nextval('public.t_g_seq'::regclass) NOT NULL,
    ADD COLUMN h timestamp with time zone DEFAULT (now() AT TIME ZONE 'utc'),
    ADD COLUMN i integer,
    ADD COLUMN j integer;

-- [4/7] create sequence public.t_g_seq
ALTER SEQUENCE public.t_g_seq OWNED BY public.t.g;

-- [5/7] create constraint public.t.t_i_key
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_i_key UNIQUE (i);

-- [6/7] create constraint public.t.t_j_fkey
-- ! full-scan: reads all of public.t while nobody can write to it
ALTER TABLE public.t ADD CONSTRAINT t_j_fkey FOREIGN KEY (j) REFERENCES public.u (id);

-- [7/7] create comment on column public.t.a
COMMENT ON COLUMN public.t.a IS 'new';

COMMIT;
