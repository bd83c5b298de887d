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

-- [1/4] create rule public.orders.keep
SET LOCAL search_path = public;
CREATE RULE keep AS ON DELETE TO orders DO INSTEAD UPDATE orders SET state = 'gone' WHERE id = old.id;

-- [2/4] create rule public.orders.note
CREATE RULE note AS ON INSERT TO orders WHERE new.state = 'new' DO ALSO INSERT INTO log VALUES (new.id, 'new');

-- [3/4] create rule public.orders.note
ALTER TABLE public.orders DISABLE RULE note;

-- [4/4] create comment on rule public.orders.keep
COMMENT ON RULE keep ON public.orders IS 'nothing is lost';

COMMIT;
