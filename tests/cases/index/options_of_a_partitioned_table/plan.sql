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

-- [1/4] drop index public.log_n: options: fillfactor=80 -> fillfactor=70
DROP INDEX public.log_n;

-- [2/4] drop constraint public.log.log_pkey: options: fillfactor=80 -> fillfactor=70
ALTER TABLE public.log DROP CONSTRAINT log_pkey;

-- [3/4] create constraint public.log.log_pkey: options: fillfactor=80 -> fillfactor=70
-- ! blocking-index-build: nobody can use public.log while its index is built
ALTER TABLE public.log ADD CONSTRAINT log_pkey PRIMARY KEY (id) WITH (fillfactor=70);

-- [4/4] create index public.log_n: options: fillfactor=80 -> fillfactor=70
-- ! blocking-index-build: nobody can write to public.log while it is built
CREATE INDEX log_n ON public.log (n)
    WITH (fillfactor=70);

COMMIT;
