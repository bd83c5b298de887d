CREATE TABLE orders (id integer, total numeric(12, 2));
CREATE VIEW totals AS SELECT id, total FROM orders;
ALTER VIEW totals OWNER TO keeper;
GRANT SELECT ON totals TO app WITH GRANT OPTION;
GRANT SELECT (id) ON totals TO reader;
GRANT SELECT ON totals TO PUBLIC;
CREATE FUNCTION twice(a integer) RETURNS bigint LANGUAGE sql AS 'SELECT 2 * a';
REVOKE EXECUTE ON FUNCTION twice(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION twice(integer) TO app;
