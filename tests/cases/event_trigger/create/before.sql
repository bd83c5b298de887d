CREATE FUNCTION log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION log_more() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
