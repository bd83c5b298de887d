CREATE TYPE mood AS ENUM ('sad');
CREATE TABLE person (id int PRIMARY KEY, mood mood);
