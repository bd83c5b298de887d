-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] drop constraint public.same_name.same_key: columns: a -> b
ALTER TABLE public.same_name DROP CONSTRAINT same_key;

-- [2/12] alter table public.loses: replica identity: index loses_key -> default
ALTER TABLE public.loses REPLICA IDENTITY DEFAULT;

-- [3/12] alter column public.changes.b: not null: no -> yes
-- ! full-scan: reads all of public.changes while nobody can use it; fails if there is a NULL
ALTER TABLE public.changes ALTER COLUMN b SET NOT NULL;

-- [4/12] alter table public.changes: replica identity: index changes_a -> index changes_b
ALTER TABLE public.changes REPLICA IDENTITY USING INDEX changes_b;

-- [5/12] alter column public.changes.a: not null: yes -> no
ALTER TABLE public.changes ALTER COLUMN a DROP NOT NULL;

-- [6/12] alter column public.gets.id: not null: no -> yes
-- ! full-scan: reads all of public.gets while nobody can use it; fails if there is a NULL
ALTER TABLE public.gets ALTER COLUMN id SET NOT NULL;

-- [7/12] alter table public.gets: replica identity: default -> index gets_key
ALTER TABLE public.gets REPLICA IDENTITY USING INDEX gets_key;

-- [8/12] alter column public.loses.id: not null: yes -> no
ALTER TABLE public.loses ALTER COLUMN id DROP NOT NULL;

-- [9/12] alter column public.same_name.a: not null: yes -> no
ALTER TABLE public.same_name ALTER COLUMN a DROP NOT NULL;

-- [10/12] alter column public.same_name.b: not null: no -> yes
-- ! full-scan: reads all of public.same_name while nobody can use it; fails if there is a NULL
ALTER TABLE public.same_name ALTER COLUMN b SET NOT NULL;

-- [11/12] create constraint public.same_name.same_key: columns: a -> b
-- ! blocking-index-build: nobody can use public.same_name while its index is built
ALTER TABLE public.same_name ADD CONSTRAINT same_key UNIQUE (b);

-- [12/12] alter constraint public.same_name.same_key: replica identity of the recreated constraint public.same_name.same_key
ALTER TABLE ONLY public.same_name REPLICA IDENTITY USING INDEX same_key;

COMMIT;
