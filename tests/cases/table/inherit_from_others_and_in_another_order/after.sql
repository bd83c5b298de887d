CREATE TABLE p (a int, CONSTRAINT positive CHECK (a > 1));
CREATE TABLE q (b int);
CREATE TABLE turned () INHERITS (q, p);
CREATE TABLE second_only (a int) INHERITS (q);
CREATE TABLE one_more () INHERITS (p, q);
CREATE TABLE middle (x int);
CREATE TABLE top () INHERITS (middle);
CREATE TABLE bottom (x int);
