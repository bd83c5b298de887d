CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
SET search_path = public, ext;
CREATE TABLE t (h hstore);
CREATE VIEW v AS SELECT h -> 'b' AS x FROM t;
