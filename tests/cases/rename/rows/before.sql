-- PostgreSQL 18 keeps the names of NOT NULL: those that after.sql gets.
CREATE TYPE state AS ENUM ('on', 'off');
CREATE TABLE kinds (name text CONSTRAINT sorts_label_not_null NOT NULL CONSTRAINT kinds_pkey PRIMARY KEY, weight integer, s state);
INSERT INTO kinds VALUES ('a', 1, 'on'), ('b', 2, 'off');
