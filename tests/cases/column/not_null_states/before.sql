CREATE TABLE t (a integer CONSTRAINT a_there NOT NULL, b integer, c integer NOT NULL, d integer);
ALTER TABLE t ADD CONSTRAINT d_there NOT NULL d NOT VALID;
