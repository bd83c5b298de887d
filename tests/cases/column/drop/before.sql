CREATE TABLE t (id integer, a text, b serial, c integer);
CREATE INDEX t_a ON t (a);
CREATE VIEW v AS SELECT id FROM t;
COMMENT ON COLUMN t.a IS 'gone';
