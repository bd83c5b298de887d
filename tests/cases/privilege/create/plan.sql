-- 14 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/14] create privilege of app on schema shop
GRANT USAGE ON SCHEMA shop TO app;

-- [2/14] create privilege of reader on schema shop
GRANT USAGE ON SCHEMA shop TO reader;

-- [3/14] alter privilege of PUBLIC on enum shop.mood: privileges: USAGE -> none
-- ! breaks-clients: everybody loses USAGE on shop.mood
REVOKE ALL ON TYPE shop.mood FROM PUBLIC;

-- [4/14] create privilege of app on domain shop.email
GRANT ALL ON TYPE shop.email TO app WITH GRANT OPTION;

-- [5/14] create privilege of app on sequence shop.numbers
GRANT USAGE, SELECT ON SEQUENCE shop.numbers TO app;

-- [6/14] create privilege of reader on function shop.clean()
GRANT ALL ON ROUTINE shop.clean() TO reader;

-- [7/14] create privilege of app on function shop.price(integer)
GRANT ALL ON ROUTINE shop.price(integer) TO app;

-- [8/14] alter privilege of PUBLIC on function shop.price(integer): privileges: EXECUTE -> none
-- ! breaks-clients: everybody loses EXECUTE on shop.price(integer)
REVOKE ALL ON ROUTINE shop.price(integer) FROM PUBLIC;

-- [9/14] create privilege of app on table shop.orders
GRANT SELECT, INSERT ON TABLE shop.orders TO app;

-- [10/14] create privilege of reader on column shop.orders.id
GRANT SELECT (id) ON TABLE shop.orders TO reader;

-- [11/14] create privilege of reader on column shop.orders.total
GRANT SELECT (total), UPDATE (total) ON TABLE shop.orders TO reader;

-- [12/14] create privilege of reader on column shop.totals.total
GRANT SELECT (total) ON TABLE shop.totals TO reader;

-- [13/14] create privilege of app on view shop.totals
GRANT ALL ON TABLE shop.totals TO app WITH GRANT OPTION;

-- [14/14] create privilege of PUBLIC on materialized view shop.daily
-- ! widens-access: everybody gets SELECT on shop.daily
GRANT SELECT ON TABLE shop.daily TO PUBLIC;

COMMIT;
