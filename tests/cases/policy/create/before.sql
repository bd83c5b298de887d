CREATE TABLE t (a integer, owner text);
