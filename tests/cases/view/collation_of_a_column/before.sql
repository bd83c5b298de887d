CREATE TABLE t (a text, n name);
CREATE VIEW sorted AS SELECT a, n FROM t;
CREATE VIEW above AS SELECT a < 'x' AS before_x FROM sorted;
CREATE VIEW same AS SELECT n FROM t;
GRANT SELECT ON sorted TO reader;
