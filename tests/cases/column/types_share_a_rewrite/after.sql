CREATE TABLE a (id bigint PRIMARY KEY, x bigint, y bigint DEFAULT 8, z varchar(20), n integer NOT NULL, at timestamptz DEFAULT clock_timestamp(), m integer);
CREATE INDEX a_y ON a (y);
CREATE VIEW v AS SELECT x, y FROM a;
COMMENT ON COLUMN a.x IS 'x';
