CREATE TYPE state AS ENUM ('on', 'off');
CREATE TABLE kinds (name text CONSTRAINT kinds_pkey PRIMARY KEY, weight integer, s state);
INSERT INTO kinds VALUES ('a', 1, 'on'), ('b', 2, 'off');
