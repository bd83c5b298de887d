CREATE COLLATION reversed FROM "C";  -- schemadiff: renamed from backwards
CREATE TABLE t (a text COLLATE reversed);
CREATE FOREIGN DATA WRAPPER wrapper;  -- schemadiff: renamed from w
CREATE SERVER server FOREIGN DATA WRAPPER wrapper;  -- schemadiff: renamed from s
CREATE USER MAPPING FOR app SERVER server;
CREATE FOREIGN TABLE far (a integer) SERVER server;  -- schemadiff: renamed from f
CREATE PUBLICATION pub FOR TABLE t;  -- schemadiff: renamed from p
CREATE TEXT SEARCH CONFIGURATION conf (COPY = simple);  -- schemadiff: renamed from c
CREATE TEXT SEARCH DICTIONARY dict (TEMPLATE = simple);  -- schemadiff: renamed from d
CREATE SEQUENCE numbering;  -- schemadiff: renamed from numbers
-- schemadiff: renamed from v
CREATE VIEW w AS SELECT nextval('numbering') AS n, a FROM t ORDER BY a COLLATE reversed;
CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
-- schemadiff: renamed from et
CREATE EVENT TRIGGER ddl ON ddl_command_end WHEN TAG IN ('CREATE CAST') EXECUTE FUNCTION e();
