CREATE TYPE ty AS (a int, b text);
CREATE TYPE tz AS (a bigint, b text, c int);
CREATE TABLE leaves OF ty;
CREATE TABLE stays OF ty;
CREATE TABLE changes OF ty;
CREATE TABLE joins (a int, b text, x int);
