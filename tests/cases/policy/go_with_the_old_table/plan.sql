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

-- [1/13] alter table public.letters: partition key: none -> RANGE (day)
ALTER TABLE public.letters RENAME TO letters_old;

-- [2/13] create table public.letters: partition key: none -> RANGE (day)
-- ! widens-access: drops the row security policy old
CREATE TABLE public.letters (
    id integer,
    owner text,
    day date
)
PARTITION BY RANGE (day);

-- [3/13] create table public.letters: partition key: none -> RANGE (day)
ALTER TABLE public.letters ENABLE ROW LEVEL SECURITY;

-- [4/13] create table public.letters_all
SET LOCAL search_path = public;
CREATE TABLE public.letters_all PARTITION OF public.letters
DEFAULT;

-- [5/13] alter table public.letters: partition key: none -> RANGE (day)
-- ! table-rewrite: copies all rows of public.letters while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    SET LOCAL row_security = off;  -- a row that is hidden is an error
    INSERT INTO public.letters (id, owner, day)
        SELECT id, owner, day FROM public.letters_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.letters_old) THEN
        RAISE EXCEPTION 'only % rows of public.letters_old went over to public.letters', moved;
    END IF;
    SET LOCAL row_security TO DEFAULT;
END
$$;

-- [6/13] alter table public.notes: partition key: none -> RANGE (day); row security: yes -> no; force row security: yes -> no
ALTER TABLE public.notes NO FORCE ROW LEVEL SECURITY;

-- [7/13] alter table public.notes: partition key: none -> RANGE (day); row security: yes -> no; force row security: yes -> no
ALTER TABLE public.notes RENAME TO notes_old;

-- [8/13] create table public.notes: partition key: none -> RANGE (day); row security: yes -> no; force row security: yes -> no
-- ! widens-access: everybody with a privilege on public.notes sees all its rows
-- ! widens-access: the owner of public.notes sees all its rows
-- ! widens-access: drops the row security policy own
CREATE TABLE public.notes (
    id integer,
    owner text,
    day date
)
PARTITION BY RANGE (day);

-- [9/13] create table public.notes_all
CREATE TABLE public.notes_all PARTITION OF public.notes
DEFAULT;

-- [10/13] alter table public.notes: partition key: none -> RANGE (day); row security: yes -> no; force row security: yes -> no
-- ! table-rewrite: copies all rows of public.notes while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    SET LOCAL row_security = off;  -- a row that is hidden is an error
    INSERT INTO public.notes (id, owner, day)
        SELECT id, owner, day FROM public.notes_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.notes_old) THEN
        RAISE EXCEPTION 'only % rows of public.notes_old went over to public.notes', moved;
    END IF;
    SET LOCAL row_security TO DEFAULT;
END
$$;

-- [11/13] drop table public.letters: partition key: none -> RANGE (day)
DROP TABLE public.letters_old;

-- [12/13] create policy public.letters.own: uses table public.letters, which is recreated
CREATE POLICY own ON public.letters
    USING (owner = current_user);

-- [13/13] drop table public.notes: partition key: none -> RANGE (day); row security: yes -> no; force row security: yes -> no
DROP TABLE public.notes_old;

COMMIT;
