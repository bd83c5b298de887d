CREATE TABLE p (a int CONSTRAINT aa NOT NULL);
CREATE TABLE child (a int NOT NULL) INHERITS (p);
CREATE TABLE freed (b int CONSTRAINT nn NOT NULL);
CREATE TYPE person AS (id int, name text, born date);
CREATE TABLE people OF person (id WITH OPTIONS CONSTRAINT after NOT NULL, born WITH OPTIONS CONSTRAINT bb NOT NULL);
CREATE TABLE u (id int PRIMARY KEY);
COMMENT ON CONSTRAINT u_id_not_null ON u IS 'of the key';
