CREATE SCHEMA shop;
CREATE TABLE shop.orders (id integer PRIMARY KEY, total numeric, secret text);
CREATE VIEW shop.totals AS SELECT sum(total) AS total FROM shop.orders;
CREATE MATERIALIZED VIEW shop.daily AS SELECT count(*) AS n FROM shop.orders;
CREATE SEQUENCE shop.numbers;
CREATE FUNCTION shop.price(integer) RETURNS numeric LANGUAGE sql AS 'SELECT 1.5';
CREATE PROCEDURE shop.clean() LANGUAGE sql AS 'SELECT 1';
CREATE TYPE shop.mood AS ENUM ('good');
CREATE DOMAIN shop.email AS text;
