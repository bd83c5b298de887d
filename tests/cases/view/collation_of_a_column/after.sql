CREATE TABLE t (a text, n name);
CREATE VIEW sorted AS SELECT a COLLATE "C" AS a, n FROM t;
CREATE VIEW above AS SELECT a < 'x' AS before_x FROM sorted;
CREATE VIEW same AS SELECT n COLLATE "C" AS n FROM t;
GRANT SELECT ON sorted TO reader;
