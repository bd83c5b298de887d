CREATE TABLE a (i int DEFAULT 1, k int);
CREATE TABLE b (i int DEFAULT 2, k int);
