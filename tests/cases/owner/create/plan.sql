-- 29 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/29] create schema shop
CREATE SCHEMA shop;

-- [2/29] create enum shop.mood
CREATE TYPE shop.mood AS ENUM (
    'good'
);

-- [3/29] create domain shop.email
CREATE DOMAIN shop.email AS text;

-- [4/29] create composite type shop.pair
CREATE TYPE shop.pair AS (
    a integer,
    b integer
);

-- [5/29] create sequence shop.numbers
CREATE SEQUENCE shop.numbers;

-- [6/29] create sequence shop.orders_id_seq
CREATE SEQUENCE shop.orders_id_seq AS integer;

-- [7/29] create function shop.f(integer)
CREATE FUNCTION shop.f(integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

-- [8/29] create procedure shop.p()
CREATE PROCEDURE shop.p()
    LANGUAGE sql
    AS $$SELECT 1$$;

-- [9/29] create aggregate shop.total(integer)
CREATE AGGREGATE shop.total(integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer
);

-- [10/29] create table shop.orders
CREATE TABLE shop.orders (
    id integer DEFAULT nextval('shop.orders_id_seq'::regclass) NOT NULL,
    number integer GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- [11/29] create statistics shop.st
CREATE STATISTICS shop.st
    ON id, number
    FROM shop.orders;

-- [12/29] create view shop.v
SET LOCAL search_path = public;
CREATE VIEW shop.v AS
SELECT id FROM shop.orders;

-- [13/29] create materialized view shop.m
CREATE MATERIALIZED VIEW shop.m AS
SELECT id FROM shop.orders
    WITH NO DATA;

-- [14/29] create owner of schema shop
ALTER SCHEMA shop OWNER TO keeper;

-- [15/29] create owner of enum shop.mood
ALTER TYPE shop.mood OWNER TO app;

-- [16/29] create owner of domain shop.email
ALTER DOMAIN shop.email OWNER TO app;

-- [17/29] create owner of composite type shop.pair
ALTER TYPE shop.pair OWNER TO app;

-- [18/29] create owner of sequence shop.numbers
ALTER SEQUENCE shop.numbers OWNER TO app;

-- [19/29] create owner of sequence shop.orders_id_seq
ALTER SEQUENCE shop.orders_id_seq OWNER TO app;

-- [20/29] create owner of function shop.f(integer)
ALTER ROUTINE shop.f(integer) OWNER TO app;

-- [21/29] create owner of function shop.p()
ALTER ROUTINE shop.p() OWNER TO app;

-- [22/29] create owner of function shop.total(integer)
ALTER ROUTINE shop.total(integer) OWNER TO app;

-- [23/29] create owner of table shop.orders
ALTER TABLE shop.orders OWNER TO app;

-- [24/29] create sequence shop.orders_id_seq
ALTER SEQUENCE shop.orders_id_seq OWNED BY shop.orders.id;

-- [25/29] create owner of statistics shop.st
ALTER STATISTICS shop.st OWNER TO app;

-- [26/29] create owner of view shop.v
ALTER VIEW shop.v OWNER TO app;

-- [27/29] create owner of materialized view shop.m
ALTER MATERIALIZED VIEW shop.m OWNER TO app;

-- [28/29] create materialized view shop.m: its rows are those that its owner may see
REFRESH MATERIALIZED VIEW shop.m;

-- [29/29] create privilege of keeper on table shop.orders
GRANT SELECT ON TABLE shop.orders TO keeper;

COMMIT;
