INSERT INTO teams VALUES (1, ROW(ROW('Ada', 'new', 'a'), ARRAY[ROW('Bob', 'done', 'b')::person])::team);
