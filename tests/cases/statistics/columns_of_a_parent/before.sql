CREATE TABLE p (b integer, a integer, c integer) PARTITION BY RANGE (a);
CREATE TABLE part PARTITION OF p FOR VALUES FROM (1) TO (5);
CREATE STATISTICS stays ON b, a FROM part;
CREATE TABLE q (b integer, a integer);
CREATE TABLE child (c integer) INHERITS (q);
CREATE STATISTICS stays_too ON c, b, a FROM child;
