-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] alter privilege of PUBLIC on language other: privileges: none -> USAGE
-- ! widens-access: everybody gets USAGE on other
GRANT ALL ON LANGUAGE other TO PUBLIC;

-- [2/8] alter privilege of PUBLIC on enum public.mood: privileges: none -> USAGE
-- ! widens-access: everybody gets USAGE on public.mood
GRANT ALL ON TYPE public.mood TO PUBLIC;

-- [3/8] alter privilege of PUBLIC on function public.run(): privileges: none -> EXECUTE
-- ! widens-access: everybody gets EXECUTE on public.run()
GRANT ALL ON ROUTINE public.run() TO PUBLIC;

-- [4/8] create privilege of PUBLIC on schema shop
-- ! widens-access: everybody gets USAGE on shop
GRANT USAGE ON SCHEMA shop TO PUBLIC;

-- [5/8] create privilege of PUBLIC on server elsewhere
-- ! widens-access: everybody gets USAGE on elsewhere
GRANT ALL ON FOREIGN SERVER elsewhere TO PUBLIC;

-- [6/8] alter privilege of PUBLIC on domain public.email: privileges: USAGE -> none
-- ! breaks-clients: everybody loses USAGE on public.email
REVOKE ALL ON TYPE public.email FROM PUBLIC;

-- [7/8] alter privilege of PUBLIC on composite type public.pair: privileges: USAGE -> none
-- ! breaks-clients: everybody loses USAGE on public.pair
REVOKE ALL ON TYPE public.pair FROM PUBLIC;

-- [8/8] alter privilege of PUBLIC on function public.f(): privileges: EXECUTE -> none
-- ! breaks-clients: everybody loses EXECUTE on public.f()
REVOKE ALL ON ROUTINE public.f() FROM PUBLIC;

COMMIT;
