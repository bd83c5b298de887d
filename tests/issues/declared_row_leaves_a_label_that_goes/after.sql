CREATE TYPE s AS ENUM ('new', 'paid');
CREATE TABLE o (id int PRIMARY KEY, s s NOT NULL DEFAULT 'new', was s, n int);
INSERT INTO o VALUES (1, 'new', NULL, 5), (2, 'paid', 'new', 6);
