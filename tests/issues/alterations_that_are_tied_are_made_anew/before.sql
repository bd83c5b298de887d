-- Through a view that goes, to a column that gets another type.
CREATE TABLE a (id int);
CREATE VIEW av AS SELECT id FROM a;
CREATE VIEW v AS SELECT 1 AS one FROM av;
-- Through a generated column.
CREATE TABLE b (id int, y int GENERATED ALWAYS AS (id * 2) STORED);
CREATE POLICY pl ON b USING (y > 0);
-- Through an index that goes with another column.
CREATE TABLE c (id int, x int);
CREATE INDEX i ON c (x, id);
CREATE VIEW w AS SELECT 1 AS one FROM c WHERE x > 0;
-- From one key to another.
CREATE TABLE d (a int, b int, c int PRIMARY KEY);
CREATE VIEW g AS SELECT a, b FROM d GROUP BY c, a, b;
