CREATE TABLE a (id integer PRIMARY KEY, x integer, y integer DEFAULT 7, z varchar(10), n integer NOT NULL);
CREATE INDEX a_y ON a (y);
CREATE VIEW v AS SELECT x, y FROM a;
COMMENT ON COLUMN a.x IS 'x';
