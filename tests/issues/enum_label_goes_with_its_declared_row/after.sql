CREATE TYPE e AS ENUM ('a', 'c');
CREATE TABLE c (e e PRIMARY KEY, name text);
-- schemadiff: rows exact
INSERT INTO c VALUES ('a', 'A'), ('c', 'C');
