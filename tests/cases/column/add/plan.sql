-- 16 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/16] create sequence public.t_g_seq
CREATE SEQUENCE public.t_g_seq AS integer;

-- [2/16] create table public.u
CREATE TABLE public.u (
    id integer NOT NULL,
    CONSTRAINT u_pkey PRIMARY KEY (id)
);

-- [3/16] create column public.t.a
ALTER TABLE public.t ADD COLUMN a text;

-- [4/16] create column public.t.b
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN b integer DEFAULT 5 NOT NULL;

-- [5/16] create column public.t.c
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
ALTER TABLE public.t ADD COLUMN c bigint GENERATED ALWAYS AS IDENTITY;

-- [6/16] create column public.t.d
ALTER TABLE public.t ADD COLUMN d text COLLATE pg_catalog."C" DEFAULT 'x';

-- [7/16] create column public.t.e
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
ALTER TABLE public.t ADD COLUMN e integer GENERATED ALWAYS AS (id + 1) STORED;

-- [8/16] create column public.t.f
ALTER TABLE public.t ADD COLUMN f public.mood DEFAULT 'a';

-- [9/16] create column public.t.g
-- ! table-rewrite: writes public.t anew: each row gets a value of its own
SET LOCAL search_path = pg_catalog;
ALTER TABLE public.t ADD COLUMN g integer DEFAULT nextval('public.t_g_seq'::regclass) NOT NULL;

-- [10/16] create sequence public.t_g_seq
ALTER SEQUENCE public.t_g_seq OWNED BY public.t.g;

-- [11/16] create column public.t.h
SET LOCAL search_path = public;
ALTER TABLE public.t ADD COLUMN h timestamp with time zone DEFAULT (now() AT TIME ZONE 'utc');

-- [12/16] create column public.t.i
ALTER TABLE public.t ADD COLUMN i integer;

-- [13/16] create column public.t.j
ALTER TABLE public.t ADD COLUMN j integer;

-- [14/16] create constraint public.t.t_i_key
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_i_key UNIQUE (i);

-- [15/16] create constraint public.t.t_j_fkey
-- ! full-scan: reads all of public.t while nobody can write to it
ALTER TABLE public.t ADD CONSTRAINT t_j_fkey FOREIGN KEY (j) REFERENCES public.u (id);

-- [16/16] create comment on column public.t.a
COMMENT ON COLUMN public.t.a IS 'new';

COMMIT;
