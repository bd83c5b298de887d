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

-- [1/11] alter enum public.state: labels: new, done -> done, new
ALTER TYPE public.state RENAME TO state_old;

-- [2/11] alter enum public.state: labels: new, done -> done, new
CREATE TYPE public.state AS ENUM (
    'done',
    'new'
);

-- [3/11] alter composite type public.person: attributes: name text, state public.state, nick text -> name character varying(20), state public.state, born date, em…
ALTER TYPE public.person RENAME TO person_old;

-- [4/11] alter composite type public.person: values are carried over attribute by attribute
-- ! data-loss: drops the attribute nick and its values
ALTER TYPE public.person_old
    DROP ATTRIBUTE nick, ADD ATTRIBUTE born text, ADD ATTRIBUTE email text;

-- [5/11] alter composite type public.person: attributes: name text, state public.state, nick text -> name character varying(20), state public.state, born date, em…
CREATE TYPE public.person AS (
    name character varying(20),
    state public.state,
    born date,
    email text
);

-- [6/11] alter composite type public.team: is made of what is replaced
-- ! data-loss: not every value of public.teams.team is known to keep its value
ALTER TYPE public.team RENAME TO team_old;

-- [7/11] alter composite type public.team: is made of what is replaced
CREATE TYPE public.team AS (
    lead public.person,
    members public.person[]
);

-- [8/11] alter composite type public.team: is made of what is replaced
-- ! table-rewrite: writes public.teams and its indexes anew while nobody can use it
ALTER TABLE public.teams ALTER COLUMN team TYPE public.team USING team::text::public.team;

-- [9/11] alter composite type public.team: is made of what is replaced
DROP TYPE public.team_old;

-- [10/11] alter composite type public.person: attributes: name text, state public.state, nick text -> name character varying(20), state public.state, born date, e…
DROP TYPE public.person_old;

-- [11/11] alter enum public.state: labels: new, done -> done, new
DROP TYPE public.state_old;

COMMIT;
