CREATE TABLE p (a int, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE q (b int);
CREATE TABLE turned () INHERITS (p, q);
CREATE TABLE second_only () INHERITS (p, q);
CREATE TABLE one_more () INHERITS (p);
CREATE TABLE top (x int);
CREATE TABLE middle () INHERITS (top);
CREATE TABLE bottom () INHERITS (middle);
