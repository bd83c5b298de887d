CREATE TYPE r AS RANGE (SUBTYPE = bigint);
CREATE TABLE t (r r, rs r[]);
