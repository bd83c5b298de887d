-- schemadiff: renamed from old
CREATE OPERATOR CLASS new FOR TYPE integer USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(integer);
CREATE TABLE t (a integer);
CREATE INDEX by_hash ON t USING hash (a new);
