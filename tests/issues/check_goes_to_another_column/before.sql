CREATE TABLE base (z int, CONSTRAINT pos CHECK (z > 0));
CREATE TABLE child (b int) INHERITS (base);
CREATE TABLE own (z int) INHERITS (base);
