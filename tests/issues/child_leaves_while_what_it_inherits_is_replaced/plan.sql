-- 34 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/34] drop constraint public.q.n_is_positive: uses function public.f(integer), which is recreated
ALTER TABLE ONLY public.q DROP CONSTRAINT n_is_positive;

-- [2/34] drop default public.q.n: uses function public.f(integer), which is recreated
ALTER TABLE public.q ALTER COLUMN n DROP DEFAULT;

-- [3/34] alter table public.c: inherits: public.p -> none
-- ! breaks-clients: queries of public.p no longer see its rows
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.c NO INHERIT public.p;

-- [4/34] drop constraint public.c.n_is_positive: uses function public.f(integer), which is recreated
ALTER TABLE public.c DROP CONSTRAINT n_is_positive;

-- [5/34] drop default public.c.k: uses enum public.m, which is replaced
ALTER TABLE public.c ALTER COLUMN k DROP DEFAULT;

-- [6/34] drop default public.c.n: uses function public.f(integer), which is recreated
ALTER TABLE public.c ALTER COLUMN n DROP DEFAULT;

-- [7/34] alter table public.outlives: inherits: public.goes -> none
-- ! breaks-clients: queries of public.goes no longer see its rows
ALTER TABLE public.outlives NO INHERIT public.goes;

-- [8/34] drop default public.outlives.k: uses enum public.m, which is replaced
ALTER TABLE public.outlives ALTER COLUMN k DROP DEFAULT;

-- [9/34] alter table public.stays_under_one: inherits: public.p, public.q -> public.q
-- ! breaks-clients: queries of public.p no longer see its rows
ALTER TABLE public.stays_under_one NO INHERIT public.p;

-- [10/34] drop constraint public.p.n_is_positive: uses function public.f(integer), which is recreated
ALTER TABLE public.p DROP CONSTRAINT n_is_positive;

-- [11/34] drop constraint public.q.n_is_positive: uses function public.f(integer), which is recreated
ALTER TABLE public.stays_under_one DROP CONSTRAINT n_is_positive;

-- [12/34] drop default public.p.k: uses enum public.m, which is replaced
ALTER TABLE public.p ALTER COLUMN k DROP DEFAULT;

-- [13/34] drop default public.p.n: uses function public.f(integer), which is recreated
ALTER TABLE public.p ALTER COLUMN n DROP DEFAULT;

-- [14/34] drop default public.stays_under_one.k: uses enum public.m, which is replaced
ALTER TABLE public.stays_under_one ALTER COLUMN k DROP DEFAULT;

-- [15/34] drop function public.f(integer): returns: integer -> bigint; body: SELECT $1 -> SELECT $1::bigint
DROP FUNCTION public.f(integer);

-- [16/34] create function public.f(integer): returns: integer -> bigint; body: SELECT $1 -> SELECT $1::bigint
CREATE FUNCTION public.f(integer) RETURNS bigint
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1::bigint$$;

-- [17/34] create default public.c.n: uses function public.f(integer), which is recreated
SET LOCAL search_path = public;
ALTER TABLE public.c ALTER COLUMN n SET DEFAULT f(1);

-- [18/34] create default public.p.n: uses function public.f(integer), which is recreated
ALTER TABLE public.p ALTER COLUMN n SET DEFAULT f(1);

-- [19/34] create default public.q.n: uses function public.f(integer), which is recreated
ALTER TABLE public.q ALTER COLUMN n SET DEFAULT f(1);

-- [20/34] create constraint public.c.n_is_positive: uses function public.f(integer), which is recreated
-- ! full-scan: reads all of public.c while nobody can use it
ALTER TABLE public.c ADD CONSTRAINT n_is_positive CHECK (f(n) > 0);

-- [21/34] create constraint public.p.n_is_positive: uses function public.f(integer), which is recreated
-- ! full-scan: reads all of public.p while nobody can use it
ALTER TABLE public.p ADD CONSTRAINT n_is_positive CHECK (f(n) > 0);

-- [22/34] create constraint public.q.n_is_positive: uses function public.f(integer), which is recreated
-- ! full-scan: reads all of public.q while nobody can use it
ALTER TABLE public.q ADD CONSTRAINT n_is_positive CHECK (f(n) > 0);

-- [23/34] drop table public.goes
-- ! data-loss: drops the table and its rows
DROP TABLE public.goes;

-- [24/34] alter enum public.m: labels: a, b, c -> c, a, b
ALTER TYPE public.m RENAME TO m_old;

-- [25/34] alter enum public.m: labels: a, b, c -> c, a, b
CREATE TYPE public.m AS ENUM (
    'c',
    'a',
    'b'
);

-- [26/34] alter enum public.m: labels: a, b, c -> c, a, b
-- ! table-rewrite: writes public.c and its indexes anew while nobody can use it
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.c ALTER COLUMN k TYPE public.m USING k::text::public.m;

-- [27/34] alter enum public.m: labels: a, b, c -> c, a, b
-- ! table-rewrite: writes public.outlives and its indexes anew while nobody can use it
ALTER TABLE public.outlives ALTER COLUMN k TYPE public.m USING k::text::public.m;

-- [28/34] alter enum public.m: labels: a, b, c -> c, a, b
-- ! table-rewrite: writes public.p and its indexes anew while nobody can use it
ALTER TABLE public.p ALTER COLUMN k TYPE public.m USING k::text::public.m;

-- [29/34] alter enum public.m: labels: a, b, c -> c, a, b
-- ! table-rewrite: writes public.stays_under_one and its indexes anew while nobody can use it
ALTER TABLE public.stays_under_one ALTER COLUMN k TYPE public.m USING k::text::public.m;

-- [30/34] alter enum public.m: labels: a, b, c -> c, a, b
DROP TYPE public.m_old;

-- [31/34] create default public.c.k: uses enum public.m, which is replaced
SET LOCAL search_path = public;
ALTER TABLE public.c ALTER COLUMN k SET DEFAULT 'a';

-- [32/34] create default public.outlives.k: uses enum public.m, which is replaced
ALTER TABLE public.outlives ALTER COLUMN k SET DEFAULT 'b';

-- [33/34] create default public.p.k: uses enum public.m, which is replaced
ALTER TABLE public.p ALTER COLUMN k SET DEFAULT 'a';

-- [34/34] create default public.stays_under_one.k: uses enum public.m, which is replaced
ALTER TABLE public.stays_under_one ALTER COLUMN k SET DEFAULT 'a';

COMMIT;
