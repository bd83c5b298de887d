CREATE LANGUAGE gone HANDLER plpgsql_call_handler;
CREATE LANGUAGE changed HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
CREATE FUNCTION f() RETURNS integer LANGUAGE changed AS 'BEGIN RETURN 1; END';
COMMENT ON LANGUAGE changed IS 'stays';
