CREATE TABLE x (i int);
