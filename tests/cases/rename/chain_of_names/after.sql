CREATE TABLE b (x integer);  -- schemadiff: renamed from a
CREATE TABLE c (y integer);  -- schemadiff: renamed from b
