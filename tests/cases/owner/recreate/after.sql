CREATE TABLE orders (id integer, total numeric(12, 2));
CREATE VIEW totals AS SELECT total FROM orders;
ALTER VIEW totals OWNER TO app;
