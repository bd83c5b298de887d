CREATE TABLE p (a bigint NOT NULL, z text DEFAULT 'z');
CREATE TABLE c (b text) INHERITS (p);
