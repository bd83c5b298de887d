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

-- [1/4] alter domain public.a: not null constraint: a_given -> a_renamed
ALTER DOMAIN public.a RENAME CONSTRAINT a_given TO a_renamed;

-- [2/4] alter domain public.b: not null: no -> yes
-- ! full-scan: reads every table that has a column of the domain
ALTER DOMAIN public.b ADD CONSTRAINT b_given NOT NULL;

-- [3/4] alter domain public.c: not null: yes -> no
ALTER DOMAIN public.c DROP NOT NULL;

-- [4/4] create domain public.d
CREATE DOMAIN public.d AS integer
    CONSTRAINT d_given NOT NULL;

COMMIT;
