CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION log_more() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER audit ON ddl_command_end WHEN TAG IN ('create table', 'DROP TABLE') EXECUTE FUNCTION log_ddl();
CREATE EVENT TRIGGER drops ON sql_drop EXECUTE FUNCTION log_ddl();
ALTER EVENT TRIGGER drops ENABLE ALWAYS;
CREATE TABLE seen (a integer);
COMMENT ON EVENT TRIGGER audit IS 'who did it';
COMMENT ON TABLE seen IS 'not seen by the new ones';
