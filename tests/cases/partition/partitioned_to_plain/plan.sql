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

-- [1/11] alter table public.t: partition key: LIST (place) -> none
ALTER TABLE public.t RENAME TO t_old;

-- [2/11] create table public.t: partition key: LIST (place) -> none
CREATE TABLE public.t (
    id bigint DEFAULT nextval('public.t_id_seq'::regclass) NOT NULL,
    place text NOT NULL
);

-- [3/11] alter sequence public.t_id_seq: its table is made anew
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;

-- [4/11] alter table public.t: partition key: LIST (place) -> none
-- ! table-rewrite: copies all rows of public.t while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.t (id, place)
        SELECT id, place FROM public.t_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.t_old) THEN
        RAISE EXCEPTION 'only % rows of public.t_old went over to public.t', moved;
    END IF;
END
$$;

-- [5/11] create comment on table public.t
COMMENT ON TABLE public.t IS 'Places';

-- [6/11] create privilege of reader on table public.t
GRANT SELECT ON TABLE public.t TO reader;

-- [7/11] drop table public.t_north
DROP TABLE public.t_north;

-- [8/11] drop table public.t_rest
DROP TABLE public.t_rest;

-- [9/11] drop table public.t: partition key: LIST (place) -> none
DROP TABLE public.t_old;

-- [10/11] create constraint public.t.t_pkey
-- ! blocking-index-build: nobody can use public.t while its index is built
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id, place);

-- [11/11] create index public.t_place
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_place ON public.t (place);

COMMIT;
