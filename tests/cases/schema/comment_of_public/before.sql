COMMENT ON SCHEMA public IS 'Everything';
CREATE TABLE t (id integer);
