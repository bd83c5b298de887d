-- 13 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/13] create table public.l1
CREATE TABLE public.l1 (
    id integer NOT NULL,
    n text,
    g integer,
    CONSTRAINT l1_pkey PRIMARY KEY (id)
);

-- [2/13] create table public.src
CREATE TABLE public.src (
    id integer NOT NULL,
    n text,
    g integer,
    CONSTRAINT src_pkey PRIMARY KEY (id)
);

-- [3/13] create index public.l1_n_idx
CREATE INDEX l1_n_idx ON public.l1 (n);

-- [4/13] create index public.si
CREATE INDEX si ON public.src (n);

-- [5/13] create statistics public.l1_n_g_stat
CREATE STATISTICS public.l1_n_g_stat
    ON g, n
    FROM public.l1;

-- [6/13] create statistics public.ss
CREATE STATISTICS public.ss
    ON g, n
    FROM public.src;

-- [7/13] create comment on constraint public.src.src_pkey
COMMENT ON CONSTRAINT src_pkey ON public.src IS 'stays here';

-- [8/13] create comment on index public.l1_n_idx
COMMENT ON INDEX public.l1_n_idx IS 'of an index';

-- [9/13] create comment on index public.l1_pkey
COMMENT ON INDEX public.l1_pkey IS 'of the index of the key';

-- [10/13] create comment on index public.si
COMMENT ON INDEX public.si IS 'of an index';

-- [11/13] create comment on index public.src_pkey
COMMENT ON INDEX public.src_pkey IS 'of the index of the key';

-- [12/13] create comment on statistics public.l1_n_g_stat
COMMENT ON STATISTICS public.l1_n_g_stat IS 'of statistics';

-- [13/13] create comment on statistics public.ss
COMMENT ON STATISTICS public.ss IS 'of statistics';

COMMIT;
