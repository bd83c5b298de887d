CREATE TABLE orders (id integer, total numeric);
CREATE VIEW totals AS SELECT total FROM orders;
ALTER VIEW totals OWNER TO app;
