CREATE TABLE target (id integer PRIMARY KEY);
CREATE TABLE there (
    a integer,
    b integer REFERENCES target,
    c integer
) PARTITION BY LIST (a);
CREATE TABLE there_1 PARTITION OF there FOR VALUES IN (1);
CREATE TABLE there_2 PARTITION OF there FOR VALUES IN (2) PARTITION BY LIST (b);
CREATE TABLE there_21 PARTITION OF there_2 FOR VALUES IN (1);
CREATE INDEX there_b ON there (b);
CREATE INDEX there_c ON there (c) INCLUDE (b);
CREATE TABLE fresh (a integer, b integer REFERENCES target) PARTITION BY LIST (a);
CREATE TABLE fresh_1 PARTITION OF fresh FOR VALUES IN (1);
CREATE UNIQUE INDEX fresh_a ON fresh (a);
