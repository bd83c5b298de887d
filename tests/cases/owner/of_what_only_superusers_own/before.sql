CREATE FOREIGN DATA WRAPPER wrapper;
CREATE FUNCTION at_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE CAST') EXECUTE FUNCTION at_ddl();
CREATE SUBSCRIPTION listens CONNECTION 'host=/nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE);
