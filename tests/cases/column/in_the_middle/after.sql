-- New ones come behind those that are there, in the order of the file.
CREATE TABLE users (id integer, name text, zip text, at date, country text, age integer);
