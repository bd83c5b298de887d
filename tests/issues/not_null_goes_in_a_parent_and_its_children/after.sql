CREATE TABLE a (id int, v int);
CREATE TABLE b (u int);
CREATE TABLE own (c int, id int) INHERITS (a);
CREATE TABLE below_own () INHERITS (own);
CREATE TABLE joins (u int) INHERITS (a, b);
CREATE TABLE own_joins (id int, u int) INHERITS (a, b);
