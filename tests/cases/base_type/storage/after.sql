CREATE TYPE bt;
CREATE FUNCTION bt_in(cstring) RETURNS bt LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION bt_out(bt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE bt (INPUT = bt_in, OUTPUT = bt_out, STORAGE = extended);
CREATE TABLE t (a bt, b bt);
