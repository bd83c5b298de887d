CREATE FUNCTION handles() RETURNS fdw_handler LANGUAGE internal AS 'bthandler';
CREATE FUNCTION speaks() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';

CREATE LANGUAGE spoken HANDLER speaks;
COMMENT ON LANGUAGE spoken IS 'stays';
CREATE FUNCTION f() RETURNS int LANGUAGE spoken AS 'BEGIN RETURN 1; END';
