CREATE TYPE pair AS (a integer, b text);
CREATE TABLE loses OF pair;
CREATE TABLE gains (a integer, b text);
