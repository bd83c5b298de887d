-- 57 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/57] drop privilege of keeper on schema shop
-- ! breaks-clients: keeper loses USAGE on shop
REVOKE USAGE ON SCHEMA shop FROM keeper;

-- [2/57] drop privilege of keeper on foreign-data wrapper wrapper
-- ! breaks-clients: keeper loses USAGE on wrapper
REVOKE ALL ON FOREIGN DATA WRAPPER wrapper FROM keeper;

-- [3/57] drop privilege of keeper on server elsewhere
-- ! breaks-clients: keeper loses USAGE on elsewhere
REVOKE ALL ON FOREIGN SERVER elsewhere FROM keeper;

-- [4/57] drop privilege of keeper on language other
REVOKE ALL ON LANGUAGE other FROM keeper;

-- [5/57] drop privilege of keeper on base type public.ticks
REVOKE ALL ON TYPE public.ticks FROM keeper;

-- [6/57] drop privilege of keeper on enum public.mood
REVOKE ALL ON TYPE public.mood FROM keeper;

-- [7/57] drop privilege of keeper on domain public.email
REVOKE ALL ON TYPE public.email FROM keeper;

-- [8/57] drop privilege of keeper on composite type public.pair
REVOKE ALL ON TYPE public.pair FROM keeper;

-- [9/57] drop privilege of keeper on range type public.span
REVOKE ALL ON TYPE public.span FROM keeper;

-- [10/57] drop privilege of keeper on sequence public.numbers
-- ! breaks-clients: keeper loses USAGE on public.numbers
REVOKE USAGE ON SEQUENCE public.numbers FROM keeper;

-- [11/57] drop privilege of keeper on function public.f()
REVOKE ALL ON ROUTINE public.f() FROM keeper;

-- [12/57] drop privilege of keeper on function public.run()
REVOKE ALL ON ROUTINE public.run() FROM keeper;

-- [13/57] drop privilege of keeper on function public.total(integer)
REVOKE ALL ON ROUTINE public.total(integer) FROM keeper;

-- [14/57] drop privilege of keeper on table public.far
-- ! breaks-clients: keeper loses SELECT on public.far
REVOKE SELECT ON TABLE public.far FROM keeper;

-- [15/57] drop privilege of keeper on table public.t
-- ! breaks-clients: keeper loses SELECT on public.t
REVOKE SELECT ON TABLE public.t FROM keeper;

-- [16/57] drop privilege of keeper on column public.t.id
-- ! breaks-clients: keeper loses SELECT on public.t.id
REVOKE SELECT (id) ON TABLE public.t FROM keeper;

-- [17/57] drop privilege of keeper on view public.v
-- ! breaks-clients: keeper loses SELECT on public.v
REVOKE SELECT ON TABLE public.v FROM keeper;

-- [18/57] drop privilege of keeper on column public.v.id
-- ! breaks-clients: keeper loses SELECT on public.v.id
REVOKE SELECT (id) ON TABLE public.v FROM keeper;

-- [19/57] drop privilege of keeper on materialized view public.m
-- ! breaks-clients: keeper loses SELECT on public.m
REVOKE SELECT ON TABLE public.m FROM keeper;

-- [20/57] create privilege of app on schema shop
GRANT USAGE ON SCHEMA shop TO app WITH GRANT OPTION;

-- [21/57] alter privilege of reader on schema shop: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on shop
REVOKE GRANT OPTION FOR USAGE ON SCHEMA shop FROM reader;

-- [22/57] create privilege of app on foreign-data wrapper wrapper
GRANT ALL ON FOREIGN DATA WRAPPER wrapper TO app WITH GRANT OPTION;

-- [23/57] alter privilege of reader on foreign-data wrapper wrapper: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on wrapper
REVOKE GRANT OPTION FOR ALL ON FOREIGN DATA WRAPPER wrapper FROM reader;

-- [24/57] create privilege of app on server elsewhere
GRANT ALL ON FOREIGN SERVER elsewhere TO app WITH GRANT OPTION;

-- [25/57] alter privilege of reader on server elsewhere: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on elsewhere
REVOKE GRANT OPTION FOR ALL ON FOREIGN SERVER elsewhere FROM reader;

-- [26/57] create privilege of app on language other
GRANT ALL ON LANGUAGE other TO app WITH GRANT OPTION;

-- [27/57] alter privilege of reader on language other: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on other
REVOKE GRANT OPTION FOR ALL ON LANGUAGE other FROM reader;

-- [28/57] create privilege of app on base type public.ticks
GRANT ALL ON TYPE public.ticks TO app WITH GRANT OPTION;

-- [29/57] alter privilege of reader on base type public.ticks: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on public.ticks
REVOKE GRANT OPTION FOR ALL ON TYPE public.ticks FROM reader;

-- [30/57] create privilege of app on enum public.mood
GRANT ALL ON TYPE public.mood TO app WITH GRANT OPTION;

-- [31/57] alter privilege of reader on enum public.mood: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on public.mood
REVOKE GRANT OPTION FOR ALL ON TYPE public.mood FROM reader;

-- [32/57] create privilege of app on domain public.email
GRANT ALL ON TYPE public.email TO app WITH GRANT OPTION;

-- [33/57] alter privilege of reader on domain public.email: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on public.email
REVOKE GRANT OPTION FOR ALL ON TYPE public.email FROM reader;

-- [34/57] create privilege of app on composite type public.pair
GRANT ALL ON TYPE public.pair TO app WITH GRANT OPTION;

-- [35/57] alter privilege of reader on composite type public.pair: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on public.pair
REVOKE GRANT OPTION FOR ALL ON TYPE public.pair FROM reader;

-- [36/57] create privilege of app on range type public.span
GRANT ALL ON TYPE public.span TO app WITH GRANT OPTION;

-- [37/57] alter privilege of reader on range type public.span: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on public.span
REVOKE GRANT OPTION FOR ALL ON TYPE public.span FROM reader;

-- [38/57] create privilege of app on sequence public.numbers
GRANT USAGE ON SEQUENCE public.numbers TO app WITH GRANT OPTION;

-- [39/57] alter privilege of reader on sequence public.numbers: with grant option: USAGE -> none
-- ! breaks-clients: reader can no longer grant USAGE on public.numbers
REVOKE GRANT OPTION FOR USAGE ON SEQUENCE public.numbers FROM reader;

-- [40/57] create privilege of app on function public.f()
GRANT ALL ON ROUTINE public.f() TO app WITH GRANT OPTION;

-- [41/57] alter privilege of reader on function public.f(): with grant option: EXECUTE -> none
-- ! breaks-clients: reader can no longer grant EXECUTE on public.f()
REVOKE GRANT OPTION FOR ALL ON ROUTINE public.f() FROM reader;

-- [42/57] create privilege of app on function public.run()
GRANT ALL ON ROUTINE public.run() TO app WITH GRANT OPTION;

-- [43/57] alter privilege of reader on function public.run(): with grant option: EXECUTE -> none
-- ! breaks-clients: reader can no longer grant EXECUTE on public.run()
REVOKE GRANT OPTION FOR ALL ON ROUTINE public.run() FROM reader;

-- [44/57] create privilege of app on function public.total(integer)
GRANT ALL ON ROUTINE public.total(integer) TO app WITH GRANT OPTION;

-- [45/57] alter privilege of reader on function public.total(integer): with grant option: EXECUTE -> none
-- ! breaks-clients: reader can no longer grant EXECUTE on public.total(integer)
REVOKE GRANT OPTION FOR ALL ON ROUTINE public.total(integer) FROM reader;

-- [46/57] create privilege of app on table public.far
GRANT SELECT ON TABLE public.far TO app WITH GRANT OPTION;

-- [47/57] alter privilege of reader on table public.far: with grant option: SELECT -> none
-- ! breaks-clients: reader can no longer grant SELECT on public.far
REVOKE GRANT OPTION FOR SELECT ON TABLE public.far FROM reader;

-- [48/57] create privilege of app on table public.t
GRANT SELECT ON TABLE public.t TO app WITH GRANT OPTION;

-- [49/57] alter privilege of reader on table public.t: with grant option: SELECT -> none
-- ! breaks-clients: reader can no longer grant SELECT on public.t
REVOKE GRANT OPTION FOR SELECT ON TABLE public.t FROM reader;

-- [50/57] create privilege of app on column public.t.id
GRANT SELECT (id) ON TABLE public.t TO app WITH GRANT OPTION;

-- [51/57] alter privilege of reader on column public.t.id: with grant option: SELECT -> none
-- ! breaks-clients: reader can no longer grant SELECT on public.t.id
REVOKE GRANT OPTION FOR SELECT (id) ON TABLE public.t FROM reader;

-- [52/57] create privilege of app on view public.v
GRANT SELECT ON TABLE public.v TO app WITH GRANT OPTION;

-- [53/57] create privilege of app on column public.v.id
GRANT SELECT (id) ON TABLE public.v TO app WITH GRANT OPTION;

-- [54/57] alter privilege of reader on view public.v: with grant option: SELECT -> none
-- ! breaks-clients: reader can no longer grant SELECT on public.v
REVOKE GRANT OPTION FOR SELECT ON TABLE public.v FROM reader;

-- [55/57] alter privilege of reader on column public.v.id: with grant option: SELECT -> none
-- ! breaks-clients: reader can no longer grant SELECT on public.v.id
REVOKE GRANT OPTION FOR SELECT (id) ON TABLE public.v FROM reader;

-- [56/57] create privilege of app on materialized view public.m
GRANT SELECT ON TABLE public.m TO app WITH GRANT OPTION;

-- [57/57] alter privilege of reader on materialized view public.m: with grant option: SELECT -> none
-- ! breaks-clients: reader can no longer grant SELECT on public.m
REVOKE GRANT OPTION FOR SELECT ON TABLE public.m FROM reader;

COMMIT;
