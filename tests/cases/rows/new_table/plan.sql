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

-- [1/4] create sequence public.exchanges_id_seq
CREATE SEQUENCE public.exchanges_id_seq AS integer;

-- [2/4] create table public.exchanges
CREATE TABLE public.exchanges (
    id integer DEFAULT nextval('public.exchanges_id_seq'::regclass) NOT NULL,
    name character varying(50) NOT NULL,
    rest_url text,
    CONSTRAINT exchanges_name_key UNIQUE (name),
    CONSTRAINT exchanges_pkey PRIMARY KEY (id)
);

-- [3/4] create sequence public.exchanges_id_seq
ALTER SEQUENCE public.exchanges_id_seq OWNED BY public.exchanges.id;

-- [4/4] create rows public.exchanges: 2 rows
INSERT INTO public.exchanges (name, rest_url)
VALUES
    ('coinbase', 'https://api.coinbase.com'),
    ('binance', NULL);

COMMIT;
