CREATE TABLE log (id integer NOT NULL, n integer) PARTITION BY RANGE (id);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (10);
ALTER TABLE ONLY log ADD PRIMARY KEY (id);
CREATE INDEX log_n ON ONLY log (n);
-- These have parts of both, and the first one has none.
CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM (10) TO (20);
CREATE TABLE log_3 (id integer NOT NULL, n integer);
ALTER TABLE log_3 ADD PRIMARY KEY (id);
ALTER TABLE log ATTACH PARTITION log_3 FOR VALUES FROM (20) TO (30);
