CREATE TABLE p (id integer, k integer NOT NULL) PARTITION BY RANGE (id);
