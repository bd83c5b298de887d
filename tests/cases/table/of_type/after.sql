CREATE TYPE pair AS (a integer, b text);
CREATE TABLE loses (a integer, b text);
CREATE TABLE gains OF pair;
CREATE TABLE fresh OF pair (a PRIMARY KEY);
