CREATE TABLE k (a integer, b integer, c integer, CONSTRAINT k_b UNIQUE (b), PRIMARY KEY (a, b));
CREATE TABLE r (a integer, b integer REFERENCES k (b), FOREIGN KEY (a, b) REFERENCES k);
