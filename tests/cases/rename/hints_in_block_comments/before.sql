CREATE TABLE a (id integer CONSTRAINT a_key UNIQUE, x text, z text);
CREATE TABLE c (id integer);
