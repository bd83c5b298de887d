CREATE TABLE t (a integer, g integer GENERATED ALWAYS AS (a) STORED);
CREATE PUBLICATION p FOR TABLE t WITH (publish_generated_columns = stored);
CREATE PUBLICATION q FOR TABLE t;
