CREATE TABLE c (id int PRIMARY KEY, slug text UNIQUE, n text);
