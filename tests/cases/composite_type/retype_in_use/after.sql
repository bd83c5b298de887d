CREATE TYPE address AS (number bigint, street text);
CREATE DOMAIN home AS address;
CREATE TABLE t (a address, b address[], h home);
