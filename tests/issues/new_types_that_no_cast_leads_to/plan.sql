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

-- [1/1] alter table public.things: flag: type: smallint -> boolean; id: type: integer -> uuid; number: type: integer -> integer[]; span: type: int4range -> int4ra…
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
-- ! data-loss: not every smallint of public.things.flag is known to keep its value as boolean
-- ! data-loss: fails if public.things has rows: no integer of public.things.id reads as uuid; add a new column and fill it instead
-- ! data-loss: not every integer of public.things.number is known to keep its value as integer[]
-- ! data-loss: not every int4range of public.things.span is known to keep its value as int4range[]
ALTER TABLE public.things
    ALTER COLUMN flag TYPE boolean USING flag <> 0,
    ALTER COLUMN id TYPE uuid USING id::text::uuid,
    ALTER COLUMN number TYPE integer[] USING CASE WHEN number IS NOT NULL THEN ARRAY[number]::integer[] END,
    ALTER COLUMN span TYPE int4range[] USING CASE WHEN span IS NOT NULL THEN ARRAY[span]::int4range[] END;

COMMIT;
