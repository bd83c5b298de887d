CREATE TYPE span AS RANGE (subtype = integer);
CREATE TYPE gap AS RANGE (subtype = date);
CREATE TABLE t (s span DEFAULT '[1,2)', g gap);
