CREATE TABLE users (id integer, title text, at date);
CREATE TABLE notes (id integer, body text);
CREATE TYPE mood AS ENUM ('a', 'b');
