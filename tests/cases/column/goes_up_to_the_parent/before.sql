CREATE TABLE p (b int);
CREATE TABLE child (a int, CONSTRAINT positive CHECK (b > 0)) INHERITS (p);
CREATE TABLE other (a int DEFAULT 3) INHERITS (p);
CREATE TABLE below () INHERITS (child);
