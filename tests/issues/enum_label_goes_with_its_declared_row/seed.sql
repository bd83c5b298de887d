INSERT INTO c VALUES ('a', 'A'), ('b', 'B');
