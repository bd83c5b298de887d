CREATE TABLE p (id int NOT NULL, at date NOT NULL, x text) PARTITION BY RANGE (at);
CREATE TABLE parent (a int NOT NULL, b text);
