CREATE TABLE t (a integer PRIMARY KEY, secret text);
CREATE VIEW few AS SELECT a FROM t WHERE a < 10;
GRANT SELECT, INSERT ON few TO PUBLIC;
CREATE TABLE tree (a integer PRIMARY KEY, secret text) PARTITION BY LIST (a);
CREATE TABLE leaf PARTITION OF tree DEFAULT;
CREATE PUBLICATION of_leaf FOR TABLE tree;
CREATE PUBLICATION of_tree FOR TABLE leaf WITH (publish_via_partition_root);
CREATE PUBLICATION of_both FOR TABLE leaf WITH (publish_via_partition_root);
