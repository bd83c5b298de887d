-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] alter column public.things.flag: type: smallint -> boolean
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
-- ! data-loss: not every smallint is known to keep its value as boolean
ALTER TABLE public.things ALTER COLUMN flag TYPE boolean USING flag <> 0;

-- [2/4] alter column public.things.id: type: integer -> uuid
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
-- ! data-loss: fails if public.things has rows: no integer reads as uuid; add a new column and fill it instead
ALTER TABLE public.things ALTER COLUMN id TYPE uuid USING id::text::uuid;

-- [3/4] alter column public.things.number: type: integer -> integer[]
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
-- ! data-loss: not every integer is known to keep its value as integer[]
ALTER TABLE public.things
    ALTER COLUMN number TYPE integer[] USING CASE WHEN number IS NOT NULL THEN ARRAY[number]::integer[] END;

-- [4/4] alter column public.things.span: type: int4range -> int4range[]
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
-- ! data-loss: not every int4range is known to keep its value as int4range[]
ALTER TABLE public.things
    ALTER COLUMN span TYPE int4range[] USING CASE WHEN span IS NOT NULL THEN ARRAY[span]::int4range[] END;

COMMIT;
