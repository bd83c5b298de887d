CREATE TABLE p (a int NOT NULL);
CREATE TABLE child (a int NOT NULL) INHERITS (p);
CREATE TABLE freed (a int CONSTRAINT nn NOT NULL, b int);
CREATE TYPE person AS (id int, name text);
CREATE TABLE people OF person (id WITH OPTIONS CONSTRAINT before NOT NULL);
CREATE TABLE u (id int PRIMARY KEY);
