CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION log_more() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER by_event ON ddl_command_end EXECUTE FUNCTION log_ddl();
CREATE EVENT TRIGGER by_function ON ddl_command_end EXECUTE FUNCTION log_ddl();
CREATE EVENT TRIGGER by_tags ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION log_ddl();
CREATE EVENT TRIGGER state ON ddl_command_end EXECUTE FUNCTION log_ddl();
COMMENT ON EVENT TRIGGER by_event IS 'stays';
COMMENT ON EVENT TRIGGER state IS 'before';
