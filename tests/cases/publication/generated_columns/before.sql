CREATE TABLE t (a integer, g integer GENERATED ALWAYS AS (a) STORED);
CREATE PUBLICATION p FOR TABLE t;
CREATE PUBLICATION q FOR TABLE t WITH (publish_generated_columns = stored);
