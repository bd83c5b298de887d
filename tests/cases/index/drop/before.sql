CREATE TABLE t (a integer);
CREATE INDEX gone ON t (a);
CREATE INDEX kept ON t (a, a);
