CREATE TYPE address AS (number integer, street text);
CREATE DOMAIN home AS address;
CREATE TABLE t (a address, b address[], h home);
