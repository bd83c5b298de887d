CREATE TRUSTED LANGUAGE changed HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
CREATE TRUSTED LANGUAGE fresh HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
CREATE FUNCTION f() RETURNS integer LANGUAGE changed AS 'BEGIN RETURN 1; END';
CREATE FUNCTION g() RETURNS integer LANGUAGE fresh AS 'BEGIN RETURN 1; END';
COMMENT ON LANGUAGE changed IS 'stays';
COMMENT ON LANGUAGE fresh IS 'new';
