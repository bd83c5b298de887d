CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE INDEX moves ON u (a);
COMMENT ON INDEX moves IS 'after';
CREATE INDEX stays ON t (a);
