CREATE TABLE base (id integer NOT NULL, n integer);
CREATE TABLE log (id integer NOT NULL, n integer) PARTITION BY RANGE (id);
