-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] alter enum public.state: labels: new, done -> done, new
ALTER TYPE public.state RENAME TO state_old;

-- [2/5] alter enum public.state: labels: new, done -> done, new
CREATE TYPE public.state AS ENUM (
    'done',
    'new'
);

-- [3/5] alter column public.tasks.first_state: generated: (state) stored -> none
ALTER TABLE public.tasks ALTER COLUMN first_state DROP EXPRESSION;

-- [4/5] alter enum public.state: labels: new, done -> done, new
-- ! table-rewrite: writes public.tasks and its indexes anew while nobody can use it
ALTER TABLE public.tasks
    ALTER COLUMN first_state TYPE public.state USING first_state::text::public.state,
    ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- [5/5] alter enum public.state: labels: new, done -> done, new
DROP TYPE public.state_old;

COMMIT;
