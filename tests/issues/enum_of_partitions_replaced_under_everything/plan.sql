-- 16 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/16] drop policy public.people_1.no_glad: uses column public.people_1.mood, which is altered
DROP POLICY no_glad ON public.people_1;

-- [2/16] drop trigger public.people_1.on_mood: uses column public.people_1.mood, which is altered
DROP TRIGGER on_mood ON public.people_1;

-- [3/16] drop view public.moods: uses column public.people_1.mood, which is altered
DROP VIEW public.moods;

-- [4/16] drop index public.the_sad: uses enum public.mood, which is replaced
DROP INDEX public.the_sad;

-- [5/16] drop constraint public.people_1.at_least: uses enum public.mood, which is replaced
ALTER TABLE public.people_1 DROP CONSTRAINT at_least;

-- [6/16] drop default public.people_1.mood: uses enum public.mood, which is replaced
ALTER TABLE public.people_1 ALTER COLUMN mood DROP DEFAULT;

-- [7/16] alter enum public.mood: labels: sad, glad -> glad, sad
ALTER TYPE public.mood RENAME TO mood_old;

-- [8/16] alter enum public.mood: labels: sad, glad -> glad, sad
CREATE TYPE public.mood AS ENUM (
    'glad',
    'sad'
);

-- [9/16] alter enum public.mood: labels: sad, glad -> glad, sad
-- ! table-rewrite: writes public.people and its indexes anew while nobody can use it
ALTER TABLE public.people ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- [10/16] alter enum public.mood: labels: sad, glad -> glad, sad
DROP TYPE public.mood_old;

-- [11/16] create default public.people_1.mood: uses enum public.mood, which is replaced
SET LOCAL search_path = public;
ALTER TABLE public.people_1 ALTER COLUMN mood SET DEFAULT 'sad';

-- [12/16] create constraint public.people_1.at_least: uses enum public.mood, which is replaced
-- ! full-scan: reads all of public.people_1 while nobody can use it
ALTER TABLE public.people_1 ADD CONSTRAINT at_least CHECK (mood >= 'sad');

-- [13/16] create index public.the_sad: uses enum public.mood, which is replaced
-- ! blocking-index-build: nobody can write to public.people_1 while it is built
CREATE INDEX the_sad ON public.people_1 (id)
    WHERE mood = 'sad';

-- [14/16] create view public.moods: uses column public.people_1.mood, which is altered
CREATE VIEW public.moods AS
SELECT mood FROM people_1;

-- [15/16] create trigger public.people_1.on_mood: uses column public.people_1.mood, which is altered
CREATE TRIGGER on_mood
    BEFORE UPDATE OF mood ON public.people_1
    FOR EACH ROW
    EXECUTE FUNCTION pg_catalog.suppress_redundant_updates_trigger();

-- [16/16] create policy public.people_1.no_glad: uses column public.people_1.mood, which is altered
CREATE POLICY no_glad ON public.people_1
    USING (mood = 'sad');

COMMIT;
