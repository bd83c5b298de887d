CREATE TABLE c (id int PRIMARY KEY, slug text UNIQUE, n text);
INSERT INTO c VALUES (1, 'b', 'x'), (2, 'a', 'y'), (3, 'd', 'z'), (4, 'e', 'z'), (5, 'f', 'z');
