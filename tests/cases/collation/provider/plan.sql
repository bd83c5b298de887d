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

-- [1/4] drop collation public.order_of: lc_collate: C -> POSIX
DROP COLLATION public.order_of;

-- [2/4] drop collation public.provider: provider: libc -> icu; lc_collate: C -> none; lc_ctype: C -> none; locale: none -> de
DROP COLLATION public.provider;

-- [3/4] create collation public.order_of: lc_collate: C -> POSIX
CREATE COLLATION public.order_of (LC_COLLATE = 'POSIX', LC_CTYPE = 'C');

-- [4/4] create collation public.provider: provider: libc -> icu; lc_collate: C -> none; lc_ctype: C -> none; locale: none -> de
CREATE COLLATION public.provider (PROVIDER = icu, LOCALE = 'de');

COMMIT;
