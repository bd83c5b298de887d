CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION log_more() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER by_event ON ddl_command_start EXECUTE FUNCTION log_ddl();
CREATE EVENT TRIGGER by_function ON ddl_command_end EXECUTE FUNCTION log_more();
CREATE EVENT TRIGGER by_tags ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE VIEW') EXECUTE FUNCTION log_ddl();
CREATE EVENT TRIGGER state ON ddl_command_end EXECUTE FUNCTION log_ddl();
ALTER EVENT TRIGGER state DISABLE;
COMMENT ON EVENT TRIGGER by_event IS 'stays';
COMMENT ON EVENT TRIGGER state IS 'after';
