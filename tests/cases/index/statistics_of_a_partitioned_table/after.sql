CREATE TABLE log (id integer NOT NULL, who text) PARTITION BY RANGE (id);
CREATE INDEX log_who ON log (lower(who));
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (10);
-- Of the index, and the parts of it that are there.
ALTER INDEX log_who ALTER COLUMN 1 SET STATISTICS 300;
CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (10) TO (20);
