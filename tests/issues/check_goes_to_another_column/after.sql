CREATE TABLE base (a int, CONSTRAINT pos CHECK (a > 0));
CREATE TABLE child (b int) INHERITS (base);
CREATE TABLE own () INHERITS (base);
