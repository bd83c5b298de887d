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

-- [1/5] alter column public.retyped.c: type: public.dm -> integer
ALTER TABLE public.retyped ALTER COLUMN c TYPE integer;

-- [2/5] drop column public.slimmer.c
-- ! data-loss: drops the column and its values
ALTER TABLE public.slimmer DROP COLUMN c;

-- [3/5] drop table public.gone
-- ! data-loss: drops the table and its rows
DROP TABLE public.gone;

-- [4/5] alter domain public.dm: not null: no -> yes
-- ! full-scan: reads every table that has a column of the domain
ALTER DOMAIN public.dm SET NOT NULL;

-- [5/5] create domain constraint public.dm.dm_check
-- ! full-scan: reads every table that has a column of the domain
SET LOCAL search_path = public;
ALTER DOMAIN public.dm ADD CONSTRAINT dm_check CHECK (VALUE > 0);

COMMIT;
