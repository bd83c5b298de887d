CREATE TYPE ty AS (a bigint);
CREATE TYPE tz AS (a bigint, b text, c int);
CREATE TABLE leaves (a int, b text);
CREATE TABLE stays OF ty;
CREATE TABLE changes OF tz;
CREATE TABLE joins OF tz;
