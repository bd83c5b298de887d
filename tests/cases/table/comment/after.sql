CREATE TABLE a (id integer);
COMMENT ON TABLE a IS 'it''s new, with a \ and
two lines';
CREATE TABLE b (id integer);
COMMENT ON COLUMN b.id IS 'added';
