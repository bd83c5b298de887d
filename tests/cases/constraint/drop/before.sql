CREATE TABLE u (id integer PRIMARY KEY);
CREATE TABLE t (a integer PRIMARY KEY, b integer UNIQUE, u integer REFERENCES u, CHECK (b > 0));
