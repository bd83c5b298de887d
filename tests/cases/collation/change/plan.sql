-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop index public.t_a: uses collation public.kind, which is recreated
DROP INDEX public.t_a;

-- [2/9] drop collation public.kind: deterministic: yes -> no
DROP COLLATION public.kind;

-- [3/9] drop collation public.libc: lc_ctype: C -> POSIX
DROP COLLATION public.libc;

-- [4/9] drop collation public.place: locale: de-DE -> de-AT
DROP COLLATION public.place;

-- [5/9] create collation public.kind: deterministic: yes -> no
CREATE COLLATION public.kind (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

-- [6/9] create collation public.libc: lc_ctype: C -> POSIX
CREATE COLLATION public.libc (LC_COLLATE = 'C', LC_CTYPE = 'POSIX');

-- [7/9] create collation public.place: locale: de-DE -> de-AT
CREATE COLLATION public.place (PROVIDER = icu, LOCALE = 'de-AT');

-- [8/9] create index public.t_a: uses collation public.kind, which is recreated
-- ! blocking-index-build: nobody can write to public.t while it is built
CREATE INDEX t_a ON public.t (a COLLATE public.kind);

-- [9/9] create comment on collation public.kind
COMMENT ON COLLATION public.kind IS 'stays';

COMMIT;
