CREATE TYPE b AS ENUM ('x', 'y'); -- schemadiff: renamed from a
CREATE TYPE a AS ENUM ('x', 'y', 'z'); -- schemadiff: renamed from b
CREATE TABLE t (
  c b, -- schemadiff: renamed from a
  a a -- schemadiff: renamed from c
);
