CREATE TABLE old (region text NOT NULL, id int NOT NULL) PARTITION BY LIST (region);
CREATE TABLE eu PARTITION OF old FOR VALUES IN ('eu');
CREATE TABLE trades (region text NOT NULL, id int NOT NULL) PARTITION BY LIST (region);
CREATE TABLE trades_us PARTITION OF trades FOR VALUES IN ('us');
CREATE TABLE trades_asia PARTITION OF trades FOR VALUES IN ('asia');
