CREATE TYPE address AS (street text);
CREATE TABLE t (a address);
