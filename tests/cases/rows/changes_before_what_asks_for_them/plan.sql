-- 15 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/15] create column public.plans.price
ALTER TABLE public.plans ADD COLUMN price integer;

-- [2/15] alter column public.tree.rank: not null: no -> yes
-- ! full-scan: reads all of public.tree while nobody can use it; fails if there is a NULL
ALTER TABLE public.tree ALTER COLUMN rank SET NOT NULL;

-- [3/15] create constraint public.tree.tree_rank_key
-- ! blocking-index-build: nobody can use public.tree while its index is built
ALTER TABLE public.tree ADD CONSTRAINT tree_rank_key UNIQUE (rank);

-- [4/15] alter rows public.levels: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: levels[id=1].level: was -1
SET LOCAL search_path = public;
UPDATE public.levels
SET level = '1'
WHERE id = 1;

-- [5/15] create domain constraint public.level.level_counts
-- ! full-scan: reads every table that has a column of the domain
ALTER DOMAIN public.level ADD CONSTRAINT level_counts CHECK (VALUE > 0);

-- [6/15] alter rows public.plans: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: plans[id=1].name: was NULL
UPDATE public.plans
SET name = 'small', price = 10
WHERE id = 1;

-- [7/15] alter rows public.plans: 1 row
UPDATE public.plans
SET price = 20
WHERE id = 2;

-- [8/15] alter column public.plans.name: not null: no -> yes
-- ! full-scan: reads all of public.plans while nobody can use it; fails if there is a NULL
ALTER TABLE public.plans ALTER COLUMN name SET NOT NULL;

-- [9/15] alter column public.plans.price: when the declared rows have given it values
-- ! full-scan: reads all of public.plans while nobody can use it; fails if there is a NULL
ALTER TABLE public.plans ALTER COLUMN price SET NOT NULL;

-- [10/15] alter rows public.regions: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: regions[id=2].code: was eu
UPDATE public.regions
SET code = 'us'
WHERE id = 2;

-- [11/15] create constraint public.regions.regions_code
-- ! blocking-index-build: nobody can use public.regions while its index is built
ALTER TABLE public.regions ADD CONSTRAINT regions_code UNIQUE (code);

-- [12/15] create index public.regions_place
-- ! blocking-index-build: nobody can write to public.regions while it is built
CREATE UNIQUE INDEX regions_place ON public.regions (lower(code));

-- [13/15] alter rows public.tree: 1 row
-- ! overwrites-rows: 2 values that somebody may have put there on purpose are overwritten: tree[id=1].parent: was NULL; tree[id=1].rank: was 1
UPDATE public.tree
SET parent = 2, rank = 3
WHERE id = 1;

-- [14/15] drop rows public.extra: 1 row
-- ! data-loss: 1 row that nobody declares is deleted: extra[id=2]
DELETE FROM public.extra AS live
USING (VALUES
    (CAST(2 AS integer))) AS surplus (k1)
WHERE live.id = surplus.k1;

-- [15/15] create constraint public.extra.extra_code_key
-- ! blocking-index-build: nobody can use public.extra while its index is built
ALTER TABLE public.extra ADD CONSTRAINT extra_code_key UNIQUE (code);

COMMIT;
