CREATE TYPE e AS ENUM ('buy','sell');
CREATE TYPE ct AS (a int, b text);
CREATE TABLE t (i jsonb[], n int[], c ct, d date, e e, f e, g e, x int);
