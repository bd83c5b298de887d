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

-- [1/13] rename table public.people: renamed from public.users
-- ! breaks-clients: whoever says public.users fails from here on
ALTER TABLE public.users RENAME TO people;

-- [2/13] rename view public.years: renamed from public.ages
-- ! breaks-clients: whoever says public.ages fails from here on
ALTER VIEW public.ages RENAME TO years;

-- [3/13] rename index public.by_years: renamed from public.by_age
ALTER INDEX public.by_age RENAME TO by_years;

-- [4/13] rename column public.people.years: renamed from age
-- ! breaks-clients: whoever says age fails from here on
ALTER TABLE public.people RENAME COLUMN age TO years;

-- [5/13] rename constraint public.people.adult: renamed from grown_up
ALTER TABLE public.people RENAME CONSTRAINT grown_up TO adult;

-- [6/13] rename constraint public.people.people_pkey: renamed from users_pkey
ALTER TABLE public.people RENAME CONSTRAINT users_pkey TO people_pkey;

-- [7/13] drop view public.years: query: SELECT users.id, users.age FROM public.users -> SELECT id, years AS age FROM people
DROP VIEW public.years;

-- [8/13] drop constraint public.people.adult: check: (age > 17) -> years > 17
ALTER TABLE public.people DROP CONSTRAINT adult;

-- [9/13] alter column public.people.id: type: integer -> bigint
-- ! table-rewrite: writes public.people and its indexes anew while nobody can use it
ALTER TABLE public.people ALTER COLUMN id TYPE bigint;

-- [10/13] alter column public.people.years: type: integer -> smallint
-- ! table-rewrite: writes public.people and its indexes anew while nobody can use it
-- ! data-loss: not every integer of public.people.years is known to keep its value as smallint
ALTER TABLE public.people ALTER COLUMN years TYPE smallint;

-- [11/13] create column public.people.height
ALTER TABLE public.people ADD COLUMN height real;

-- [12/13] create constraint public.people.adult: check: (age > 17) -> years > 17
-- ! full-scan: reads all of public.people while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.people ADD CONSTRAINT adult CHECK (years > 17);

-- [13/13] create view public.years: query: SELECT users.id, users.age FROM public.users -> SELECT id, years AS age FROM people
CREATE VIEW public.years AS
SELECT id, years AS age FROM people;

COMMIT;
