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

-- [1/8] alter enum public.state: labels: new, done -> done, new
ALTER TYPE public.state RENAME TO state_old;

-- [2/8] alter enum public.state: labels: new, done -> done, new
CREATE TYPE public.state AS ENUM (
    'done',
    'new'
);

-- [3/8] alter enum public.state: labels: new, done -> done, new
ALTER TABLE public.tasks ALTER COLUMN state TYPE public.state;

-- [4/8] alter enum public.state: labels: new, done -> done, new
DROP TYPE public.state_old;

-- [5/8] alter column public.tasks.due: type: timestamp without time zone -> integer
ALTER TABLE public.tasks ALTER COLUMN due DROP DEFAULT;

-- [6/8] alter column public.tasks.due: type: timestamp without time zone -> integer
ALTER TABLE public.tasks ALTER COLUMN due TYPE integer;

-- [7/8] alter column public.tasks.number: type: text -> integer
ALTER TABLE public.tasks ALTER COLUMN number TYPE integer;

-- [8/8] alter default public.tasks.due: default: now() -> 3
SET LOCAL search_path = public;
ALTER TABLE public.tasks ALTER COLUMN due SET DEFAULT 3;

COMMIT;
