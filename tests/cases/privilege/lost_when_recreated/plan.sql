-- 34 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/34] drop materialized view public.totals: query: SELECT count(*) AS n FROM public.notes -> SELECT count(*)::text AS n FROM notes
-- ! breaks-clients: queries wait until it is there again
DROP MATERIALIZED VIEW public.totals;

-- [2/34] drop view public.owned: query: SELECT notes.id FROM public.notes -> SELECT body, id FROM notes
DROP VIEW public.owned;

-- [3/34] drop view public.recent
DROP VIEW public.recent;

-- [4/34] drop view public.titles: query: SELECT notes.id FROM public.notes -> SELECT body, id FROM notes
DROP VIEW public.titles;

-- [5/34] drop function public.half(integer): returns: integer -> numeric; body: SELECT $1 / 2 -> SELECT $1 / 2.0
DROP FUNCTION public.half(integer);

-- [6/34] drop aggregate public.total(integer): aggregate: SFUNC = pg_catalog.int4pl, STYPE = integer -> SFUNC = pg_catalog.int84pl, STYPE = bigint, INITCOND = '0'
DROP AGGREGATE public.total(integer);

-- [7/34] alter enum public.level
ALTER DOMAIN public.level RENAME TO level_old;

-- [8/34] alter enum public.level
-- ! breaks-clients: app loses USAGE on public.level
CREATE TYPE public.level AS ENUM (
    'a',
    'b'
);

-- [9/34] alter enum public.level
-- ! table-rewrite: writes public.levels and its indexes anew while nobody can use it
ALTER TABLE public.levels ALTER COLUMN level TYPE public.level USING level::text::public.level;

-- [10/34] alter enum public.level
DROP DOMAIN public.level_old;

-- [11/34] alter enum public.mood: labels: low, high -> high, low
ALTER TYPE public.mood RENAME TO mood_old;

-- [12/34] alter enum public.mood: labels: low, high -> high, low
-- ! breaks-clients: app can no longer grant USAGE on public.mood
CREATE TYPE public.mood AS ENUM (
    'high',
    'low'
);

-- [13/34] alter enum public.mood: labels: low, high -> high, low
-- ! table-rewrite: writes public.moods and its indexes anew while nobody can use it
ALTER TABLE public.moods ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- [14/34] alter enum public.mood: labels: low, high -> high, low
DROP TYPE public.mood_old;

-- [15/34] create function public.half(integer): returns: integer -> numeric; body: SELECT $1 / 2 -> SELECT $1 / 2.0
-- ! breaks-clients: app loses EXECUTE on public.half(integer)
CREATE FUNCTION public.half(integer) RETURNS numeric
    LANGUAGE sql
    AS $$SELECT $1 / 2.0$$;

-- [16/34] create aggregate public.total(integer): aggregate: SFUNC = pg_catalog.int4pl, STYPE = integer -> SFUNC = pg_catalog.int84pl, STYPE = bigint, INITCOND = …
CREATE AGGREGATE public.total(integer) (
    SFUNC = pg_catalog.int84pl,
    STYPE = bigint,
    INITCOND = '0'
);

-- [17/34] alter table public.log: partition key: none -> RANGE (day)
ALTER TABLE public.log RENAME TO log_old;

-- [18/34] create table public.log: partition key: none -> RANGE (day)
-- ! breaks-clients: app loses INSERT on public.log
-- ! breaks-clients: reader loses UPDATE on public.log.day
CREATE TABLE public.log (
    id integer,
    day date
)
PARTITION BY RANGE (day);

-- [19/34] create table public.log_all
SET LOCAL search_path = public;
CREATE TABLE public.log_all PARTITION OF public.log
DEFAULT;

-- [20/34] alter table public.log: partition key: none -> RANGE (day)
-- ! table-rewrite: copies all rows of public.log while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.log (id, day)
        SELECT id, day FROM public.log_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.log_old) THEN
        RAISE EXCEPTION 'only % rows of public.log_old went over to public.log', moved;
    END IF;
END
$$;

-- [21/34] alter table public.parts: partition key: RANGE (day) -> none
ALTER TABLE public.parts RENAME TO parts_old;

-- [22/34] create table public.parts: partition key: RANGE (day) -> none
-- ! breaks-clients: app loses SELECT on public.parts
CREATE TABLE public.parts (
    id integer,
    day date
);

-- [23/34] create view public.owned: query: SELECT notes.id FROM public.notes -> SELECT body, id FROM notes
-- ! breaks-clients: keeper loses its rights as the owner of public.owned
CREATE VIEW public.owned AS
SELECT body, id FROM notes;

-- [24/34] create view public.titles: query: SELECT notes.id FROM public.notes -> SELECT body, id FROM notes
-- ! breaks-clients: app loses UPDATE on public.titles.id
-- ! breaks-clients: app loses SELECT on public.titles
-- ! breaks-clients: keeper can no longer grant UPDATE on public.titles
CREATE VIEW public.titles AS
SELECT body, id FROM notes;

-- [25/34] create materialized view public.totals: query: SELECT count(*) AS n FROM public.notes -> SELECT count(*)::text AS n FROM notes
-- ! table-rewrite: runs the query of the materialized view again
-- ! breaks-clients: app loses SELECT on public.totals
CREATE MATERIALIZED VIEW public.totals AS
SELECT count(*)::text AS n FROM notes;

-- [26/34] alter privilege of PUBLIC on enum public.level: privileges: USAGE -> none
REVOKE ALL ON TYPE public.level FROM PUBLIC;

-- [27/34] create privilege of app on enum public.mood: with grant option: USAGE -> none
GRANT ALL ON TYPE public.mood TO app;

-- [28/34] alter privilege of PUBLIC on function public.half(integer): privileges: EXECUTE -> none
-- ! breaks-clients: everybody loses EXECUTE on public.half(integer)
REVOKE ALL ON ROUTINE public.half(integer) FROM PUBLIC;

-- [29/34] create privilege of app on table public.log: privileges: SELECT, INSERT -> SELECT
GRANT SELECT ON TABLE public.log TO app;

-- [30/34] create privilege of keeper on view public.titles: with grant option: UPDATE -> none
GRANT UPDATE ON TABLE public.titles TO keeper;

-- [31/34] create privilege of reader on view public.titles
GRANT SELECT ON TABLE public.titles TO reader;

-- [32/34] drop table public.log: partition key: none -> RANGE (day)
DROP TABLE public.log_old;

-- [33/34] create materialized view public.recent
-- ! breaks-clients: app loses SELECT on public.recent
CREATE MATERIALIZED VIEW public.recent AS
SELECT id FROM log;

-- [34/34] drop table public.parts: partition key: RANGE (day) -> none
DROP TABLE public.parts_old;

COMMIT;
