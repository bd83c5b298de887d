CREATE TABLE t (a integer, b text);
CREATE INDEX columns ON t (a, b);
CREATE UNIQUE INDEX uniqueness ON t (a);
CREATE INDEX predicate ON t (a) WHERE a > 1;
CREATE INDEX expression ON t (upper(b));
CREATE INDEX method ON t USING hash (b);
CREATE INDEX included ON t (a) INCLUDE (b);
COMMENT ON INDEX columns IS 'kept';
