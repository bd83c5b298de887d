CREATE TYPE address AS (number bigint);
CREATE TABLE t (a address);
