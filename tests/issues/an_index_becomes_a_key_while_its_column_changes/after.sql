CREATE TABLE retyped (id bigint PRIMARY KEY);
CREATE TABLE crossed (a int, b int, CONSTRAINT ti UNIQUE (a), CONSTRAINT tj UNIQUE (b));
CREATE TABLE clustered (id int PRIMARY KEY);
CREATE TABLE identified (a int, CONSTRAINT tk UNIQUE (a));
