CREATE TABLE places (id integer PRIMARY KEY, "order" integer, "camelCase" text);
INSERT INTO places VALUES (1, 1, 'x');
