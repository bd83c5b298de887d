CREATE TABLE k (a integer PRIMARY KEY, b integer, c integer);
CREATE UNIQUE INDEX k_b ON k (b);
CREATE TABLE r (a integer REFERENCES k);
