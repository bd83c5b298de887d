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

-- [1/13] alter table public.child: inherits: public.base -> none
-- ! breaks-clients: queries of public.base no longer see its rows
ALTER TABLE public.child NO INHERIT public.base;

-- [2/13] drop constraint public.child.base_b_check
ALTER TABLE public.child DROP CONSTRAINT base_b_check;

-- [3/13] alter table public.p1: partition of: public.p FOR VALUES IN (1) -> none
-- ! breaks-clients: queries of public.p no longer see its rows
ALTER TABLE public.p DETACH PARTITION public.p1;

-- [4/13] alter column public.child.c: type: integer -> bigint; generated: ((b + 1)) stored -> none
ALTER TABLE public.child ALTER COLUMN c DROP EXPRESSION;

-- [5/13] alter table public.child: b: type: integer -> bigint; c: type: integer -> bigint; generated: ((b + 1)) stored -> none
-- ! table-rewrite: writes public.child and its indexes anew while nobody can use it
ALTER TABLE public.child
    ALTER COLUMN b TYPE bigint,
    ALTER COLUMN c TYPE bigint;

-- [6/13] alter column public.p1.c: type: integer -> bigint; generated: ((b + 1)) stored -> none
ALTER TABLE public.p1 ALTER COLUMN c DROP EXPRESSION;

-- [7/13] alter table public.p1: b: type: integer -> bigint; c: type: integer -> bigint; generated: ((b + 1)) stored -> none
-- ! table-rewrite: writes public.p1 and its indexes anew while nobody can use it
ALTER TABLE public.p1
    ALTER COLUMN b TYPE bigint,
    ALTER COLUMN c TYPE bigint;

-- [8/13] drop column public.base.c: uses column public.base.b, which is altered
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.base DROP COLUMN c;

-- [9/13] alter column public.base.b: type: integer -> bigint
-- ! table-rewrite: writes public.base and its indexes anew while nobody can use it
ALTER TABLE public.base ALTER COLUMN b TYPE bigint;

-- [10/13] create column public.base.c: uses column public.base.b, which is altered
-- ! table-rewrite: writes public.base anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.base ADD COLUMN c integer GENERATED ALWAYS AS (b + 1) STORED;

-- [11/13] drop column public.p.c: uses column public.p.b, which is altered
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.p DROP COLUMN c;

-- [12/13] alter column public.p.b: type: integer -> bigint
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p ALTER COLUMN b TYPE bigint;

-- [13/13] create column public.p.c: uses column public.p.b, which is altered
-- ! table-rewrite: writes public.p anew: each row gets a value of its own
ALTER TABLE public.p ADD COLUMN c integer GENERATED ALWAYS AS (b + 1) STORED;

COMMIT;
