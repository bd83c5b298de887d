-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] create extension citext
CREATE EXTENSION citext WITH SCHEMA public VERSION '1.6';

-- [2/5] create table public.people
SET LOCAL search_path = pg_catalog, public;
CREATE TABLE public.people (
    id integer,
    email public.citext,
    other public.citext,
    CONSTRAINT people_check CHECK ((NULLIF(email, other) IS NOT NULL))
);

-- [3/5] create view public.changed
CREATE VIEW public.changed AS
SELECT people.id,
    (people.email IS DISTINCT FROM people.other) AS is_changed
   FROM public.people;

-- [4/5] create view public.kinds
CREATE VIEW public.kinds AS
SELECT people.id,
        CASE people.email
            WHEN 'a'::public.citext THEN 1
            ELSE 2
        END AS kind
   FROM public.people;

-- [5/5] create comment on extension citext
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

COMMIT;
