CREATE TYPE bt;
CREATE FUNCTION bt_in(cstring) RETURNS bt LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION bt_out(bt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION bt_recv(internal) RETURNS bt LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION bt_send(bt) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE bt (INPUT = bt_in, OUTPUT = bt_out, RECEIVE = bt_recv, SEND = bt_send, LIKE = int4);
CREATE TABLE t (a bt);
