-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter table public.t: a: type: uuid -> integer; id: type: integer -> uuid; j: type: jsonb -> text[]
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: fails if public.t has rows: no uuid of public.t.a reads as integer; add a new column and fill it instead
-- ! data-loss: fails if public.t has rows: no integer of public.t.id reads as uuid; add a new column and fill it instead
-- ! data-loss: fails if public.t has rows: no jsonb of public.t.j reads as text[]; add a new column and fill it instead
ALTER TABLE public.t
    ALTER COLUMN a TYPE integer USING a::text::integer,
    ALTER COLUMN id TYPE uuid USING id::text::uuid,
    ALTER COLUMN j TYPE text[] USING j::text::text[];

COMMIT;
