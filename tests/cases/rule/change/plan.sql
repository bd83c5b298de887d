-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] alter rule public.log.quiet: definition: CREATE RULE quiet AS ON UPDATE TO public.log DO INSTEAD NOTHING -> CREATE RULE quiet AS ON UPDATE TO log WHERE ne…
SET LOCAL search_path = public;
CREATE OR REPLACE RULE quiet AS ON UPDATE TO log WHERE new.what IS NULL DO INSTEAD NOTHING;

-- [2/3] alter rule public.orders.keep: definition: CREATE RULE keep AS ON DELETE TO public.orders DO INSTEAD UPDATE public.orders SET state = 'gone'::text WHERE (…
CREATE OR REPLACE RULE keep AS ON DELETE TO orders DO INSTEAD UPDATE orders SET state = 'deleted' WHERE id = old.id;

-- [3/3] alter rule public.orders.note: enabled: enabled -> enabled always
ALTER TABLE public.orders ENABLE ALWAYS RULE note;

COMMIT;
