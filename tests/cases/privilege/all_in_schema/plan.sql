-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] create sequence public.with_identity_number_seq
CREATE SEQUENCE public.with_identity_number_seq AS integer;

-- [2/12] create table public.later
CREATE TABLE public.later (
    id integer
);

-- [3/12] create table public.with_identity
CREATE TABLE public.with_identity (
    id integer GENERATED ALWAYS AS IDENTITY,
    number integer DEFAULT nextval('public.with_identity_number_seq'::regclass) NOT NULL
);

-- [4/12] create sequence public.with_identity_number_seq
ALTER SEQUENCE public.with_identity_number_seq OWNED BY public.with_identity.number;

-- [5/12] create view public.v
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT id FROM a;

-- [6/12] create privilege of app on sequence public.with_identity.id
GRANT USAGE ON SEQUENCE public.with_identity_id_seq TO app;

-- [7/12] create privilege of app on sequence public.with_identity_number_seq
GRANT USAGE ON SEQUENCE public.with_identity_number_seq TO app;

-- [8/12] create privilege of app on function public.f()
GRANT ALL ON ROUTINE public.f() TO app;

-- [9/12] alter privilege of PUBLIC on function public.f(): privileges: EXECUTE -> none
-- ! breaks-clients: everybody loses EXECUTE on public.f()
REVOKE ALL ON ROUTINE public.f() FROM PUBLIC;

-- [10/12] create privilege of app on function public.p()
GRANT ALL ON ROUTINE public.p() TO app;

-- [11/12] create privilege of reader on table public.a
GRANT SELECT ON TABLE public.a TO reader;

-- [12/12] create privilege of reader on table public.with_identity
GRANT SELECT ON TABLE public.with_identity TO reader;

COMMIT;
