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

-- [1/8] create sequence public.other_added_seq
CREATE SEQUENCE public.other_added_seq AS integer;

-- [2/8] create column public.other.added
-- ! table-rewrite: writes public.other anew: each row gets a value of its own
ALTER TABLE public.other
    ADD COLUMN added integer DEFAULT nextval('public.other_added_seq'::regclass) NOT NULL;

-- [3/8] create owner of sequence public.other_added_seq
ALTER SEQUENCE public.other_added_seq OWNER TO app;

-- [4/8] create sequence public.other_added_seq
ALTER SEQUENCE public.other_added_seq OWNED BY public.other.added;

-- [5/8] alter owner of function public.f(): role: postgres -> app
-- ! breaks-clients: postgres loses its rights as the owner of public.f()
ALTER ROUTINE public.f() OWNER TO app;

-- [6/8] alter owner of table public.orders: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.orders
ALTER TABLE public.orders OWNER TO keeper;

-- [7/8] drop privilege of the owner on column public.orders.id
REVOKE SELECT (id) ON TABLE public.orders FROM keeper;

-- [8/8] create privilege of app on table public.orders
GRANT SELECT ON TABLE public.orders TO app;

COMMIT;
