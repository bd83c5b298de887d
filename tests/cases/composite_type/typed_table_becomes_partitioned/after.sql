CREATE TYPE person AS (id int, name text, m int);
CREATE TABLE people OF person PARTITION BY RANGE (id);
CREATE TABLE people1 PARTITION OF people FOR VALUES FROM (1) TO (10);
