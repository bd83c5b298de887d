CREATE TABLE t (a integer PRIMARY KEY, b text, c integer);
CREATE TABLE u (id integer PRIMARY KEY, note text);
