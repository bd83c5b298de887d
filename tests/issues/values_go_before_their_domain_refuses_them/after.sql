CREATE DOMAIN dm AS int NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN over_dm AS dm;
CREATE TABLE slimmer (d int);
CREATE TABLE retyped (c int);
