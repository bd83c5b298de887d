-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] drop column public.status.id
-- ! data-loss: drops the column and its values
ALTER TABLE public.status DROP COLUMN id;

-- [2/3] create constraint public.status.status_pkey: columns: id -> code
-- ! blocking-index-build: nobody can use public.status while its index is built
ALTER TABLE public.status ADD CONSTRAINT status_pkey PRIMARY KEY (code);

-- [3/3] create rows public.status: 1 row
INSERT INTO public.status (code)
VALUES
    ('closed');

COMMIT;
