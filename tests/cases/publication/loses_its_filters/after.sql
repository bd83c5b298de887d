CREATE TABLE t (a integer PRIMARY KEY, secret text);
CREATE TABLE u (a integer PRIMARY KEY, secret text);
CREATE SCHEMA app;
CREATE PUBLICATION some_rows FOR TABLES IN SCHEMA public;
CREATE PUBLICATION some_columns FOR TABLES IN SCHEMA public;
-- The filter is still said, and means nothing beside the table's schema.
CREATE PUBLICATION mixed FOR TABLES IN SCHEMA app, public, TABLE t WHERE (a > 10);
CREATE PUBLICATION everything FOR ALL TABLES;
-- A new one says by name what it opens, and nobody subscribes to it yet.
CREATE PUBLICATION new_one FOR ALL TABLES;
