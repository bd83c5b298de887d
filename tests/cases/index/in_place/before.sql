CREATE TABLE t (a integer, b text);
CREATE INDEX options ON t (a) WITH (fillfactor=70);
CREATE INDEX target ON t ((a + 1));
CREATE INDEX clustered ON t (b);
ALTER TABLE t CLUSTER ON clustered;
