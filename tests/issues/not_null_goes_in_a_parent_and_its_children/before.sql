CREATE TABLE a (id int NOT NULL, v int);
CREATE TABLE b (u int);
CREATE TABLE own (c int, id int NOT NULL) INHERITS (a);
CREATE TABLE below_own () INHERITS (own);
CREATE TABLE joins () INHERITS (a);
CREATE TABLE own_joins (id int NOT NULL) INHERITS (a);
