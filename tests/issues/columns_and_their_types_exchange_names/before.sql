CREATE TYPE a AS ENUM ('x', 'y');
CREATE TYPE b AS ENUM ('x', 'y', 'z');
CREATE TABLE t (a a, c b);
