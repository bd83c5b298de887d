CREATE TABLE a (id serial PRIMARY KEY);
CREATE TABLE b (a integer REFERENCES a);
CREATE TABLE c (id integer);
