CREATE TABLE t (a integer, b text, CONSTRAINT b_is_short CHECK (length(b) < 10));
CREATE TABLE c (a integer, b text, CONSTRAINT b_is_short CHECK (length(b) < 10));
ALTER TABLE c INHERIT t;
CREATE TABLE d (a integer, b text, x integer, CONSTRAINT b_is_short CHECK (length(b) < 10));
