CREATE TABLE old (region text NOT NULL, id int NOT NULL) PARTITION BY LIST (region);
CREATE TABLE trades (region text NOT NULL, id int NOT NULL) PARTITION BY LIST (region);
CREATE TABLE trades_us PARTITION OF trades FOR VALUES IN ('us');
CREATE TABLE trades_asia PARTITION OF trades FOR VALUES IN ('asia');
CREATE TABLE eu PARTITION OF trades FOR VALUES IN ('eu');
-- PostgreSQL makes no key for the partitions then: an index that is like it stays one.
ALTER TABLE ONLY trades ADD CONSTRAINT some_pkey PRIMARY KEY (region, id);
ALTER TABLE ONLY trades_us ADD CONSTRAINT us_pkey PRIMARY KEY (region, id);
ALTER INDEX some_pkey ATTACH PARTITION us_pkey;
CREATE UNIQUE INDEX eu_pkey ON eu (region, id);

CREATE TABLE orders (region text NOT NULL, id int NOT NULL) PARTITION BY LIST (region);
CREATE TABLE orders_eu PARTITION OF orders FOR VALUES IN ('eu');
CREATE TABLE orders_us PARTITION OF orders FOR VALUES IN ('us');
ALTER TABLE ONLY orders ADD CONSTRAINT orders_key UNIQUE (region, id);
CREATE INDEX orders_id ON ONLY orders (id);
CREATE INDEX orders_us_id ON orders_us (id);
ALTER INDEX orders_id ATTACH PARTITION orders_us_id;
