-- The new one gets, and loses again, what the old one had.
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
CREATE TABLE parts (id serial, n integer) PARTITION BY RANGE (n);
CREATE TABLE parts_all PARTITION OF parts DEFAULT;
REVOKE SELECT ON parts FROM PUBLIC;
