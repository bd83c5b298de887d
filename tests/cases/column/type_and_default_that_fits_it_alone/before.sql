CREATE TABLE t (id integer PRIMARY KEY, level varchar(255) DEFAULT 'SOMETHING');
