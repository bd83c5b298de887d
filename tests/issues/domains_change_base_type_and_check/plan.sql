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

-- [1/5] drop domain constraint public.d.d_check: check: (VALUE > 0) -> VALUE <> ''
ALTER DOMAIN public.d DROP CONSTRAINT d_check;

-- [2/5] alter domain public.d: base type: integer -> text
ALTER DOMAIN public.d RENAME TO d_old;

-- [3/5] alter domain public.d: base type: integer -> text
SET LOCAL search_path = public;
CREATE DOMAIN public.d AS text
    CONSTRAINT d_check CHECK (VALUE <> '');

-- [4/5] alter domain public.d: base type: integer -> text
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
ALTER TABLE public.t ALTER COLUMN a TYPE public.d;

-- [5/5] alter domain public.d: base type: integer -> text
DROP DOMAIN public.d_old;

COMMIT;
