CREATE TABLE sizes (id integer PRIMARY KEY, size text, weight text);
