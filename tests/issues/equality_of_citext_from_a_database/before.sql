CREATE TABLE untouched (id integer PRIMARY KEY);
