CREATE TABLE trades (region text NOT NULL, id int NOT NULL) PARTITION BY LIST (region);
CREATE TABLE trades_us PARTITION OF trades FOR VALUES IN ('us');
ALTER TABLE ONLY trades ADD CONSTRAINT some_pkey PRIMARY KEY (region, id);
ALTER TABLE ONLY trades_us ADD CONSTRAINT us_pkey PRIMARY KEY (region, id);
ALTER INDEX some_pkey ATTACH PARTITION us_pkey;
