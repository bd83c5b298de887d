CREATE FOREIGN DATA WRAPPER f2;
-- No row is lost: they are over there.
CREATE SERVER remote TYPE 'a' FOREIGN DATA WRAPPER f2;
CREATE USER MAPPING FOR PUBLIC SERVER remote OPTIONS (password 'sesame');
CREATE FOREIGN TABLE orders (id integer) SERVER remote OPTIONS (name 'o');
COMMENT ON FOREIGN TABLE orders IS 'of the other one';
GRANT SELECT ON orders TO PUBLIC;
CREATE VIEW order_ids AS SELECT id FROM orders;
