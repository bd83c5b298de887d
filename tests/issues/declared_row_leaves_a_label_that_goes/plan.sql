-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop default public.o.s: uses enum public.s, which is replaced
ALTER TABLE public.o ALTER COLUMN s DROP DEFAULT;

-- [2/9] alter rows public.o: 1 row
-- ! overwrites-rows: 2 values that somebody may have put there on purpose are overwritten: o[id=1].s: was gone; o[id=1].was: was gone
UPDATE public.o
SET s = 'new', was = NULL
WHERE id = 1;

-- [3/9] alter enum public.s: labels: new, paid, gone -> new, paid
-- ! data-loss: removes the value 'gone'; while a row holds it, this fails
ALTER TYPE public.s RENAME TO s_old;

-- [4/9] alter enum public.s: labels: new, paid, gone -> new, paid
CREATE TYPE public.s AS ENUM (
    'new',
    'paid'
);

-- [5/9] alter enum public.s: labels: new, paid, gone -> new, paid
-- ! table-rewrite: writes public.o and its indexes anew while nobody can use it
ALTER TABLE public.o
    ALTER COLUMN s TYPE public.s USING s::text::public.s,
    ALTER COLUMN was TYPE public.s USING was::text::public.s;

-- [6/9] alter enum public.s: labels: new, paid, gone -> new, paid
DROP TYPE public.s_old;

-- [7/9] create default public.o.s: uses enum public.s, which is replaced
SET LOCAL search_path = public;
ALTER TABLE public.o ALTER COLUMN s SET DEFAULT 'new';

-- [8/9] alter rows public.o: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: o[id=1].n: was 4
UPDATE public.o
SET n = 5
WHERE id = 1;

-- [9/9] alter rows public.o: 1 row
-- ! overwrites-rows: 2 values that somebody may have put there on purpose are overwritten: o[id=2].was: was paid; o[id=2].n: was 4
UPDATE public.o
SET was = 'new', n = 6
WHERE id = 2;

COMMIT;
