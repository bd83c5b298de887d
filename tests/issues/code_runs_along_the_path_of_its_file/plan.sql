-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] create function app.counted()
CREATE FUNCTION app.counted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN PERFORM count(*) FROM limits; RETURN NEW; END$$;

-- [2/10] create table app.codes
CREATE TABLE app.codes (
    code text NOT NULL,
    CONSTRAINT codes_pkey PRIMARY KEY (code)
);

-- [3/10] alter table app.orders: partition key: none -> LIST (id)
ALTER TABLE app.orders RENAME TO orders_old;

-- [4/10] create table app.orders: partition key: none -> LIST (id)
-- ! full-scan: reads all of app.orders while nobody can use it
SET LOCAL search_path = app, public;
CREATE TABLE app.orders (
    id integer NOT NULL,
    amount integer,
    CONSTRAINT orders_amount_check CHECK (is_allowed(amount))
)
PARTITION BY LIST (id);

-- [5/10] create table app.orders_rest
CREATE TABLE app.orders_rest PARTITION OF app.orders
DEFAULT;

-- [6/10] alter table app.orders: partition key: none -> LIST (id)
-- ! table-rewrite: copies all rows of app.orders while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO app.orders (id, amount)
        SELECT id, amount FROM app.orders_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM app.orders_old) THEN
        RAISE EXCEPTION 'only % rows of app.orders_old went over to app.orders', moved;
    END IF;
END
$$;

-- [7/10] alter table app.prices: amount: type: integer -> app.allowed; id: type: integer -> bigint
-- ! table-rewrite: writes app.prices and its indexes anew while nobody can use it
ALTER TABLE app.prices
    ALTER COLUMN amount TYPE app.allowed,
    ALTER COLUMN id TYPE bigint;

-- [8/10] create trigger app.codes.counted
CREATE TRIGGER counted
    BEFORE INSERT ON app.codes
    FOR EACH ROW
    EXECUTE FUNCTION app.counted();

-- [9/10] create rows app.codes: 1 row
INSERT INTO app.codes (code)
VALUES
    ('a');

-- [10/10] drop table app.orders: partition key: none -> LIST (id)
DROP TABLE app.orders_old;

COMMIT;
