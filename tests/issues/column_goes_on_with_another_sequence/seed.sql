INSERT INTO orders SELECT nextval('numbers') FROM generate_series(1, 5);
