-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] alter table public.u: persistence: unlogged -> permanent; a: type: integer -> bigint
-- ! table-rewrite: writes public.u anew while nobody can use it
ALTER TABLE public.u
    SET LOGGED,
    ALTER COLUMN a TYPE bigint;

-- [2/8] alter table public.lossy: a: type: bigint -> integer; b: type: bigint -> integer
-- ! table-rewrite: writes public.lossy and its indexes anew while nobody can use it
-- ! data-loss: not every bigint of public.lossy.a is known to keep its value as integer
-- ! data-loss: not every bigint of public.lossy.b is known to keep its value as integer
ALTER TABLE public.lossy
    ALTER COLUMN a TYPE integer,
    ALTER COLUMN b TYPE integer;

-- [3/8] alter column public.lossy.c: type: integer -> bigint
-- ! table-rewrite: writes public.lossy and its indexes anew while nobody can use it
ALTER TABLE public.lossy ALTER COLUMN c TYPE bigint;

-- [4/8] alter table public.order_of_columns: b: new; c: new; d: new; e: new
-- ! table-rewrite: writes public.order_of_columns anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.order_of_columns
    ADD COLUMN b integer,
    ADD COLUMN c uuid DEFAULT gen_random_uuid(),
    ADD COLUMN d integer DEFAULT 4,
    ADD COLUMN e uuid DEFAULT gen_random_uuid();

-- [5/8] alter table public.t: a: type: integer -> bigint; b: type: integer -> text; c: type: smallint -> integer
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t
    ALTER COLUMN a TYPE bigint,
    ALTER COLUMN b TYPE text,
    ALTER COLUMN c TYPE integer;

-- [6/8] drop column public.one_needs_another.twice: type: integer -> bigint
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.one_needs_another DROP COLUMN twice;

-- [7/8] alter column public.one_needs_another.a: type: integer -> bigint
-- ! table-rewrite: writes public.one_needs_another and its indexes anew while nobody can use it
ALTER TABLE public.one_needs_another ALTER COLUMN a TYPE bigint;

-- [8/8] create column public.one_needs_another.twice: type: integer -> bigint
-- ! table-rewrite: writes public.one_needs_another anew: each row gets a value of its own
ALTER TABLE public.one_needs_another ADD COLUMN twice bigint GENERATED ALWAYS AS (a * 2) STORED;

COMMIT;
