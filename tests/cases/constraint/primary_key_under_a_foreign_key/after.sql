CREATE TABLE t (a integer UNIQUE NOT NULL, b integer PRIMARY KEY);
CREATE TABLE u (a integer REFERENCES t (a));
