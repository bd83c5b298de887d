CREATE FUNCTION handles() RETURNS fdw_handler LANGUAGE internal AS 'bthandler';
CREATE FUNCTION speaks() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';

CREATE FOREIGN DATA WRAPPER gets_one HANDLER handles;
CREATE FOREIGN DATA WRAPPER loses_it;
