CREATE TABLE people (id integer, title text, at date);
CREATE TABLE notes (id integer, content text);
CREATE TYPE mood AS ENUM ('a', 'c');
