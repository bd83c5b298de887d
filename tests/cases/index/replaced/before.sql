CREATE TABLE t (a integer, b text);
CREATE INDEX columns ON t (a);
CREATE INDEX uniqueness ON t (a);
CREATE INDEX predicate ON t (a) WHERE a > 0;
CREATE INDEX expression ON t (lower(b));
CREATE INDEX method ON t (b);
CREATE INDEX included ON t (a);
COMMENT ON INDEX columns IS 'kept';
