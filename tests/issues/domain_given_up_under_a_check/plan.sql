-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] drop index public.o_idx: uses column public.o.qty, which is altered
DROP INDEX public.o_idx;

-- [2/6] drop constraint public.o.ok: uses column public.o.qty, which is altered
ALTER TABLE public.o DROP CONSTRAINT ok;

-- [3/6] alter column public.o.qty: type: public.amount -> numeric(38,18)
-- ! table-rewrite: writes public.o and its indexes anew while nobody can use it
ALTER TABLE public.o ALTER COLUMN qty TYPE numeric(38,18);

-- [4/6] create constraint public.o.ok: uses column public.o.qty, which is altered
-- ! full-scan: reads all of public.o while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.o ADD CONSTRAINT ok CHECK (filled <= qty);

-- [5/6] create index public.o_idx: uses column public.o.qty, which is altered
-- ! blocking-index-build: nobody can write to public.o while it is built
CREATE INDEX o_idx ON public.o ((qty + 1))
    WHERE qty > 3;

-- [6/6] drop domain public.amount
DROP DOMAIN public.amount;

COMMIT;
