CREATE TABLE t (a integer PRIMARY KEY, b text, c integer);
CREATE TABLE u (id integer PRIMARY KEY, note text);
CREATE SCHEMA app;
CREATE TABLE app.v (id integer PRIMARY KEY);
CREATE PUBLICATION chosen FOR TABLE t (a, b) WHERE (a > 10), u WITH (publish = 'insert, delete', publish_via_partition_root = true);
CREATE PUBLICATION whole FOR TABLES IN SCHEMA app;
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION nothing;
COMMENT ON PUBLICATION chosen IS 'for the warehouse';
