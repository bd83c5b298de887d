CREATE TABLE p (a int DEFAULT 1, b int, c int, CONSTRAINT positive CHECK (b > 0));
CREATE TABLE inheriting () INHERITS (p);
CREATE TABLE declaring (a int) INHERITS (p);
CREATE TABLE below () INHERITS (inheriting);
CREATE TABLE going (a int, CONSTRAINT positive CHECK (b > 0)) INHERITS (p);
