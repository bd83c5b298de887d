CREATE TABLE t (a int, b text);
CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t WHERE a > 0;
GRANT SELECT ON v TO reader;
CREATE VIEW mine WITH (security_barrier) AS SELECT a, b FROM t WHERE a > 0;
