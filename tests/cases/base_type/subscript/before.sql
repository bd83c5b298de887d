CREATE TYPE ticks;
CREATE FUNCTION ticks_in(cstring) RETURNS ticks LANGUAGE internal IMMUTABLE STRICT AS 'int8in';
CREATE FUNCTION ticks_out(ticks) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int8out';
CREATE FUNCTION typmod_in(cstring[]) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION typmod_out(int) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE FUNCTION analyze_ticks(internal) RETURNS boolean LANGUAGE internal STRICT AS 'array_typanalyze';
CREATE FUNCTION elements(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'raw_array_subscript_handler';
CREATE TYPE ticks (INPUT = ticks_in, OUTPUT = ticks_out, LIKE = bigint);
