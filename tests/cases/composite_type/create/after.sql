CREATE TYPE address AS (street text COLLATE "C", number integer);
COMMENT ON TYPE address IS 'where one lives';
CREATE TABLE t (a address, b address[]);
