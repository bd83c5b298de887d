INSERT INTO tasks VALUES ('new', '{new,done}', 'new', '7', '2021-02-03', 4, 'x');
