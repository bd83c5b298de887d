CREATE TABLE t (a integer, b text, CONSTRAINT b_is_short CHECK (length(b) < 10));
CREATE TABLE c (a integer);
CREATE TABLE d (x integer) INHERITS (t);
