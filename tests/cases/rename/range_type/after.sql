-- schemadiff: renamed from span
CREATE TYPE period AS RANGE (subtype = integer, multirange_type_name = span_multirange);
CREATE TYPE pause AS RANGE (subtype = date);  -- schemadiff: renamed from gap
CREATE TABLE t (s period DEFAULT '[1,2)', g pause);
