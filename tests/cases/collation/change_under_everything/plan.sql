-- 30 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/30] drop policy public.u.po: uses column public.u.d, which is altered
DROP POLICY po ON public.u;

-- [2/30] drop view public.w: uses materialized view public.mv, which is recreated
DROP VIEW public.w;

-- [3/30] drop materialized view public.mv: uses column public.u.a, which is altered
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.mv;

-- [4/30] drop constraint public.f.f_a_fkey: compares values of a type that is replaced
ALTER TABLE public.f DROP CONSTRAINT f_a_fkey;

-- [5/30] drop constraint public.u.u_d_key: uses collation public.ci, which is replaced
ALTER TABLE public.u DROP CONSTRAINT u_d_key;

-- [6/30] drop constraint public.u.u_pkey: uses collation public.ci, which is replaced
ALTER TABLE public.u DROP CONSTRAINT u_pkey;

-- [7/30] alter table public.p: the type of a column that it is partitioned by changes
ALTER TABLE public.p RENAME TO p_old;

-- [8/30] alter table public.p1: a partition of table public.p, which is made anew
ALTER TABLE public.p1 RENAME TO p1_old;

-- [9/30] drop column public.u.g: uses column public.u.d, which is altered
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.u DROP COLUMN g;

-- [10/30] alter collation public.ci: locale: de -> en
ALTER COLLATION public.ci RENAME TO ci_old;

-- [11/30] alter collation public.ci: locale: de -> en
CREATE COLLATION public.ci (PROVIDER = icu, LOCALE = 'en');

-- [12/30] alter collation public.ci: locale: de -> en
-- ! blocking-index-build: nobody can use public.arr while indexes over these columns are built anew
ALTER TABLE public.arr ALTER COLUMN a TYPE text[] COLLATE public.ci;

-- [13/30] alter collation public.ci: locale: de -> en
-- ! blocking-index-build: nobody can use public.f while indexes over these columns are built anew
ALTER TABLE public.f ALTER COLUMN a TYPE text COLLATE public.ci;

-- [14/30] alter collation public.ci: locale: de -> en
-- ! blocking-index-build: nobody can use public.par while indexes over these columns are built anew
ALTER TABLE public.par ALTER COLUMN a TYPE text COLLATE public.ci;

-- [15/30] alter collation public.ci: locale: de -> en
-- ! blocking-index-build: nobody can use public.u while indexes over these columns are built anew
ALTER TABLE public.u
    ALTER COLUMN a TYPE text COLLATE public.ci,
    ALTER COLUMN d TYPE text COLLATE public.ci,
    ALTER COLUMN e TYPE character varying(5) COLLATE public.ci;

-- [16/30] create column public.u.g: uses column public.u.d, which is altered
-- ! table-rewrite: writes public.u anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.u ADD COLUMN g text COLLATE public.ci GENERATED ALWAYS AS (upper(d)) STORED;

-- [17/30] create constraint public.u.u_d_key: uses collation public.ci, which is replaced
-- ! blocking-index-build: nobody can use public.u while its index is built
ALTER TABLE public.u ADD CONSTRAINT u_d_key UNIQUE (d);

-- [18/30] create constraint public.u.u_pkey: uses collation public.ci, which is replaced
-- ! blocking-index-build: nobody can use public.u while its index is built
ALTER TABLE public.u ADD CONSTRAINT u_pkey PRIMARY KEY (a);

-- [19/30] create constraint public.f.f_a_fkey: compares values of a type that is replaced
-- ! full-scan: reads all of public.f while nobody can write to it
ALTER TABLE public.f ADD CONSTRAINT f_a_fkey FOREIGN KEY (a) REFERENCES public.u (a);

-- [20/30] create policy public.u.po: uses column public.u.d, which is altered
CREATE POLICY po ON public.u
    USING (d > 'x' COLLATE ci);

-- [21/30] create table public.p: the type of a column that it is partitioned by changes
CREATE TABLE public.p (
    a text COLLATE public.ci NOT NULL,
    n integer
)
PARTITION BY LIST (a);

-- [22/30] create table public.p1: a partition of table public.p, which is made anew
CREATE TABLE public.p1 PARTITION OF public.p
FOR VALUES IN ('a');

-- [23/30] alter table public.p: the type of a column that it is partitioned by changes
-- ! table-rewrite: copies all rows of public.p while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.p (a, n)
        SELECT a, n FROM public.p_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.p_old) THEN
        RAISE EXCEPTION 'only % rows of public.p_old went over to public.p', moved;
    END IF;
END
$$;

-- [24/30] create materialized view public.mv: uses column public.u.a, which is altered
-- ! table-rewrite: runs the query of the materialized view again
CREATE MATERIALIZED VIEW public.mv AS
SELECT a, d COLLATE ci AS d FROM u;

-- [25/30] create index public.mvi: uses collation public.ci, which is replaced
-- ! blocking-index-build: nobody can write to public.mv while it is built
CREATE UNIQUE INDEX mvi ON public.mv (a);

-- [26/30] create view public.w: uses materialized view public.mv, which is recreated
CREATE VIEW public.w AS
SELECT a FROM mv;

-- [27/30] drop table public.p1: a partition of table public.p, which is made anew
DROP TABLE public.p1_old;

-- [28/30] drop table public.p: the type of a column that it is partitioned by changes
DROP TABLE public.p_old;

-- [29/30] alter collation public.ci: locale: de -> en
DROP COLLATION public.ci_old;

-- [30/30] create constraint public.p.p_pkey: uses collation public.ci, which is replaced
-- ! blocking-index-build: nobody can use public.p while its index is built
ALTER TABLE public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a);

COMMIT;
