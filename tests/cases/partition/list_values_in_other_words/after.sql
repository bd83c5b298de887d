-- Rows of the partitions that go belong to these, though they are written otherwise.
CREATE TABLE days (d date, n integer) PARTITION BY LIST (d);
CREATE TABLE new_year PARTITION OF days FOR VALUES IN (DATE '2024-1-1');
CREATE TABLE numbers (n numeric) PARTITION BY LIST (n);
CREATE TABLE unity PARTITION OF numbers FOR VALUES IN (1);
CREATE TABLE words (w text) PARTITION BY LIST (w);
CREATE TABLE others PARTITION OF words FOR VALUES IN (NULL, 'a'::text);
