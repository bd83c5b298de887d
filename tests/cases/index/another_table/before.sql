CREATE TABLE t (a int);
CREATE TABLE u (a int);
CREATE INDEX moves ON t (a);
COMMENT ON INDEX moves IS 'before';
CREATE INDEX stays ON t (a);
COMMENT ON INDEX stays IS 'goes';
