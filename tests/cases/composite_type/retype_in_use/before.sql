CREATE TYPE address AS (number integer);
CREATE TABLE t (a address);
