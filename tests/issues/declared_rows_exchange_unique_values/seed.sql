INSERT INTO c VALUES (1, 'a', 'x'), (2, 'b', 'y'), (3, 'c', 'z'), (4, 'd', 'z'), (5, 'e', 'z');
