CREATE TABLE z (id int);
CREATE TABLE t (a int NOT NULL);
