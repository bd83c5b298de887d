CREATE TABLE u (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE t (a integer, b integer, FOREIGN KEY (a, b) REFERENCES u ON DELETE SET NULL (b));
