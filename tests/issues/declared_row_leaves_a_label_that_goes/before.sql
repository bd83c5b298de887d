CREATE TYPE s AS ENUM ('new', 'paid', 'gone');
CREATE TABLE o (id int PRIMARY KEY, s s NOT NULL DEFAULT 'new', was s, n int);
