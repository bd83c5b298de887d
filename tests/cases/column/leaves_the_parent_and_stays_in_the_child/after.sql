CREATE TABLE p (b int, c int);
CREATE TABLE inheriting (a bigint DEFAULT 2) INHERITS (p);
CREATE TABLE declaring (a int DEFAULT 1, CONSTRAINT positive CHECK (b > 0)) INHERITS (p);
CREATE TABLE below () INHERITS (inheriting);
CREATE TABLE going () INHERITS (p);
