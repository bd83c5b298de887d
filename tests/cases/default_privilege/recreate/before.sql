CREATE TABLE orders (id integer, total numeric);
CREATE VIEW declared AS SELECT total FROM orders;
CREATE VIEW kept AS SELECT total FROM orders;
GRANT SELECT ON kept TO reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO app;
