CREATE TYPE public.b;
CREATE FUNCTION public.b_in(cstring) RETURNS public.b LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION public.b_out(public.b) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION public.b_recv(internal) RETURNS public.b LANGUAGE internal STABLE STRICT AS 'textrecv';
CREATE FUNCTION public.b_send(public.b) RETURNS bytea LANGUAGE internal STABLE STRICT AS 'textsend';
CREATE TYPE public.b (INPUT = public.b_in, OUTPUT = public.b_out, RECEIVE = public.b_recv, SEND = public.b_send,
    STORAGE = extended);
COMMENT ON TYPE public.b IS 'new';
