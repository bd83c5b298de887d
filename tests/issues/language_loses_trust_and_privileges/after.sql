CREATE LANGUAGE open HANDLER plpgsql_call_handler;
CREATE LANGUAGE other HANDLER plpgsql_call_handler VALIDATOR plpgsql_validator;
CREATE TRUSTED LANGUAGE closed HANDLER plpgsql_call_handler;
REVOKE USAGE ON LANGUAGE closed FROM PUBLIC;
GRANT USAGE ON LANGUAGE closed TO reader;
