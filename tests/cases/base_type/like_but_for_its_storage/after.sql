CREATE TYPE boxed;
CREATE FUNCTION boxed_in(cstring) RETURNS boxed LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION boxed_out(boxed) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE other;
CREATE FUNCTION other_in(cstring) RETURNS other LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION other_out(other) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE boxed (INPUT = boxed_in, OUTPUT = boxed_out, LIKE = text, STORAGE = external);
CREATE TYPE other (INPUT = other_in, OUTPUT = other_out, LIKE = text);
ALTER TYPE other SET (STORAGE = main);
