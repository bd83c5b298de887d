CREATE TABLE t (a integer CONSTRAINT checked CHECK (a > 0));
