CREATE TYPE r AS RANGE (SUBTYPE = integer);
CREATE TABLE t (r r, rs r[]);
