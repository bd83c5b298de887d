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

-- [1/13] drop view public.of_child: uses column public.child.more, which is altered
DROP VIEW public.of_child;

-- [2/13] drop index public.big: uses column public.things_1.n, which is altered
DROP INDEX public.big;

-- [3/13] drop constraint public.things_1.above_one: uses column public.things_1.n, which is altered
ALTER TABLE public.things_1 DROP CONSTRAINT above_one;

-- [4/13] drop column public.child.next: type: integer -> bigint
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.child DROP COLUMN next;

-- [5/13] alter domain public.number: base type: integer -> bigint
ALTER DOMAIN public.number RENAME TO number_old;

-- [6/13] alter domain public.number: base type: integer -> bigint
CREATE DOMAIN public.number AS bigint;

-- [7/13] alter domain public.number: base type: integer -> bigint
-- ! table-rewrite: writes public.base and its indexes anew while nobody can use it
ALTER TABLE public.base
    ALTER COLUMN more TYPE public.number[] USING more::text[]::public.number[],
    ALTER COLUMN n TYPE public.number;

-- [8/13] alter domain public.number: base type: integer -> bigint
-- ! table-rewrite: writes public.things and its indexes anew while nobody can use it
ALTER TABLE public.things ALTER COLUMN n TYPE public.number;

-- [9/13] alter domain public.number: base type: integer -> bigint
DROP DOMAIN public.number_old;

-- [10/13] create column public.child.next: type: integer -> bigint
-- ! table-rewrite: writes public.child anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.child ADD COLUMN next bigint GENERATED ALWAYS AS (n + 1) STORED;

-- [11/13] create constraint public.things_1.above_one: uses column public.things_1.n, which is altered
-- ! full-scan: reads all of public.things_1 while nobody can use it
ALTER TABLE public.things_1 ADD CONSTRAINT above_one CHECK (n > 1);

-- [12/13] create index public.big: uses column public.things_1.n, which is altered
-- ! blocking-index-build: nobody can write to public.things_1 while it is built
CREATE INDEX big ON public.things_1 (id)
    WHERE n > 3;

-- [13/13] create view public.of_child: uses column public.child.more, which is altered
CREATE VIEW public.of_child AS
SELECT n, more, next FROM child;

COMMIT;
