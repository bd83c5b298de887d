INSERT INTO tasks (state) VALUES ('new');
