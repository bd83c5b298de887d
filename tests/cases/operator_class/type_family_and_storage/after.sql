CREATE OPERATOR FAMILY one USING btree;
CREATE OPERATOR FAMILY two USING btree;
CREATE OPERATOR CLASS of_type FOR TYPE bigint USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint8cmp(bigint, bigint);
CREATE OPERATOR CLASS of_family FOR TYPE int USING btree FAMILY two AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
CREATE OPERATOR CLASS stores FOR TYPE int[] USING gin AS
    OPERATOR 1 && (anyarray, anyarray), FUNCTION 2 ginarrayextract(anyarray, internal, internal),
    FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
    FUNCTION 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
    FUNCTION 1 (int, int) btint4cmp(int, int), STORAGE oid;
COMMENT ON OPERATOR CLASS of_family USING btree IS 'stays';
