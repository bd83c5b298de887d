CREATE TABLE a (id integer);
COMMENT ON TABLE a IS 'old';
COMMENT ON COLUMN a.id IS 'gone';
CREATE TABLE b (id integer);
