CREATE TABLE log (id integer NOT NULL, n integer) PARTITION BY RANGE (id);
CREATE INDEX log_n ON log (n) WITH (fillfactor = 70);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM (0) TO (10);
ALTER TABLE log ADD PRIMARY KEY (id) WITH (fillfactor = 70);
