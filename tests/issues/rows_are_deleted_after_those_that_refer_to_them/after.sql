CREATE TABLE s (id int PRIMARY KEY);
-- schemadiff: rows exact
INSERT INTO s VALUES (1);
