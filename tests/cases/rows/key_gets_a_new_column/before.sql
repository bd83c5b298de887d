CREATE TABLE plans (id integer PRIMARY KEY, name text);
CREATE TABLE parts (id integer PRIMARY KEY, name text);
