CREATE TABLE t (a integer, b text, c text COLLATE "C");
CREATE INDEX plain ON t ((a), ((b)), (t.a));
CREATE INDEX collated ON t ((b COLLATE "C"), ((lower(b)) COLLATE "C"));
CREATE INDEX as_it_is ON t ((b COLLATE "default"), (a::int4), (c::text COLLATE "C"));
CREATE TABLE excluding (a integer, b text, EXCLUDE USING btree ((b COLLATE "C") WITH =, (a) WITH =));
CREATE TABLE parts (a integer, b text) PARTITION BY RANGE ((a), (b COLLATE "C"));
CREATE TABLE part PARTITION OF parts FOR VALUES FROM (1, 'a') TO (10, 'z');
CREATE INDEX added ON t ((a), (b COLLATE "C") text_pattern_ops DESC, (lower(b) COLLATE "C"));
CREATE TABLE added_parts (a integer, b text, PRIMARY KEY (a)) PARTITION BY HASH ((a));
