-- 18 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/18] drop policy public.b.pl: using: (y > 0) -> id > 0
DROP POLICY pl ON public.b;

-- [2/18] drop view public.g: query: SELECT d.a, d.b FROM public.d GROUP BY d.c, d.a, d.b -> SELECT a, b FROM d GROUP BY a
DROP VIEW public.g;

-- [3/18] drop view public.v: query: SELECT 1 AS one FROM public.av -> SELECT 1 AS one FROM a WHERE id > 1
DROP VIEW public.v;

-- [4/18] drop view public.av
DROP VIEW public.av;

-- [5/18] drop view public.w: query: SELECT 1 AS one FROM public.c WHERE (c.x > 0) -> SELECT 1 AS one FROM c WHERE id > 0
DROP VIEW public.w;

-- [6/18] drop constraint public.d.d_pkey: columns: c -> a
ALTER TABLE public.d DROP CONSTRAINT d_pkey;

-- [7/18] alter column public.a.id: type: integer -> bigint
-- ! table-rewrite: writes public.a and its indexes anew while nobody can use it
ALTER TABLE public.a ALTER COLUMN id TYPE bigint;

-- [8/18] alter column public.d.a: not null: no -> yes
-- ! full-scan: reads all of public.d while nobody can use it; fails if there is a NULL
ALTER TABLE public.d ALTER COLUMN a SET NOT NULL;

-- [9/18] alter column public.d.c: not null: yes -> no
ALTER TABLE public.d ALTER COLUMN c DROP NOT NULL;

-- [10/18] create constraint public.d.d_pkey: columns: c -> a
-- ! blocking-index-build: nobody can use public.d while its index is built
ALTER TABLE public.d ADD CONSTRAINT d_pkey PRIMARY KEY (a);

-- [11/18] create view public.g: query: SELECT d.a, d.b FROM public.d GROUP BY d.c, d.a, d.b -> SELECT a, b FROM d GROUP BY a
SET LOCAL search_path = public;
CREATE VIEW public.g AS
SELECT a, b FROM d GROUP BY a;

-- [12/18] create view public.v: query: SELECT 1 AS one FROM public.av -> SELECT 1 AS one FROM a WHERE id > 1
CREATE VIEW public.v AS
SELECT 1 AS one FROM a WHERE id > 1;

-- [13/18] drop column public.b.y
-- ! data-loss: drops the column and its values
ALTER TABLE public.b DROP COLUMN y;

-- [14/18] alter column public.b.id: type: integer -> bigint
-- ! table-rewrite: writes public.b and its indexes anew while nobody can use it
ALTER TABLE public.b ALTER COLUMN id TYPE bigint;

-- [15/18] create policy public.b.pl: using: (y > 0) -> id > 0
CREATE POLICY pl ON public.b
    USING (id > 0);

-- [16/18] drop column public.c.x
-- ! data-loss: drops the column and its values
ALTER TABLE public.c DROP COLUMN x;

-- [17/18] alter column public.c.id: type: integer -> bigint
-- ! table-rewrite: writes public.c and its indexes anew while nobody can use it
ALTER TABLE public.c ALTER COLUMN id TYPE bigint;

-- [18/18] create view public.w: query: SELECT 1 AS one FROM public.c WHERE (c.x > 0) -> SELECT 1 AS one FROM c WHERE id > 0
CREATE VIEW public.w AS
SELECT 1 AS one FROM c WHERE id > 0;

COMMIT;
