-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] alter domain public.sorted: collation: none -> pg_catalog."C"
ALTER DOMAIN public.sorted RENAME TO sorted_old;

-- [2/6] alter domain public.sorted: collation: none -> pg_catalog."C"
CREATE DOMAIN public.sorted AS text
    COLLATE pg_catalog."C";

-- [3/6] alter domain public.sorted: collation: none -> pg_catalog."C"
DROP DOMAIN public.sorted_old;

-- [4/6] alter domain constraint public.checked.late: validated: no -> yes
-- ! full-scan: reads every table that has a column of the domain
ALTER DOMAIN public.checked VALIDATE CONSTRAINT late;

-- [5/6] create domain constraint public.unchecked.fresh
-- ! full-scan: reads every table that has a column of the domain
SET LOCAL search_path = public;
ALTER DOMAIN public.unchecked ADD CONSTRAINT fresh CHECK (VALUE <> 'x');

-- [6/6] alter comment on domain constraint public.checked.late: text: before -> after
COMMENT ON CONSTRAINT late ON DOMAIN public.checked IS 'after';

COMMIT;
