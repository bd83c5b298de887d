CREATE TABLE orders (id integer, total numeric(12, 2));
CREATE VIEW declared AS SELECT total FROM orders;
GRANT SELECT ON declared TO app;
CREATE VIEW kept AS SELECT total FROM orders;
GRANT SELECT ON kept TO reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app;
