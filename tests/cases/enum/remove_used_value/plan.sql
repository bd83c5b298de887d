-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] alter enum public.mood: labels: a, b -> a
-- ! data-loss: removes the value 'b'; while a row holds it, this fails
ALTER TYPE public.mood RENAME TO mood_old;

-- [2/4] alter enum public.mood: labels: a, b -> a
CREATE TYPE public.mood AS ENUM (
    'a'
);

-- [3/4] alter enum public.mood: labels: a, b -> a
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood;

-- [4/4] alter enum public.mood: labels: a, b -> a
DROP TYPE public.mood_old;

COMMIT;
