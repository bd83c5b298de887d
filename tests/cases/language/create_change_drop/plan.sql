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

-- [1/5] drop language gone
DROP LANGUAGE gone;

-- [2/5] alter language changed: trusted: no -> yes; inline: none -> pg_catalog.plpgsql_inline_handler; validator: pg_catalog.plpgsql_validator -> none
-- ! widens-access: everybody with USAGE may create functions in it, as only superusers did
CREATE OR REPLACE TRUSTED LANGUAGE changed HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler;

-- [3/5] create language fresh
CREATE TRUSTED LANGUAGE fresh HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler VALIDATOR pg_catalog.plpgsql_validator;

-- [4/5] create function public.g()
CREATE FUNCTION public.g() RETURNS integer
    LANGUAGE fresh
    AS $$BEGIN RETURN 1; END$$;

-- [5/5] create comment on language fresh
COMMENT ON LANGUAGE fresh IS 'new';

COMMIT;
