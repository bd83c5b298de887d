-- The manual's example, with functions that every server has.
CREATE TYPE public.box3;
CREATE FUNCTION public.box3_in(cstring) RETURNS public.box3
    LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION public.box3_out(public.box3) RETURNS cstring
    LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION public.box3_recv(internal) RETURNS public.box3
    LANGUAGE internal STABLE STRICT AS 'textrecv';
CREATE FUNCTION public.box3_send(public.box3) RETURNS bytea
    LANGUAGE internal STABLE STRICT AS 'textsend';
CREATE TYPE public.box3 (
    INPUT = public.box3_in,
    OUTPUT = public.box3_out,
    RECEIVE = public.box3_recv,
    SEND = public.box3_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended,
    CATEGORY = 'S',
    PREFERRED = false,
    DEFAULT = 'none',
    DELIMITER = ';',
    COLLATABLE = true
);
COMMENT ON TYPE public.box3 IS 'three sides';
ALTER TYPE public.box3 OWNER TO keeper;
REVOKE USAGE ON TYPE public.box3 FROM PUBLIC;
GRANT USAGE ON TYPE public.box3 TO reader;

CREATE TYPE public.ticks;
CREATE FUNCTION public.ticks_in(cstring) RETURNS public.ticks LANGUAGE internal IMMUTABLE STRICT AS 'int8in';
CREATE FUNCTION public.ticks_out(public.ticks) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int8out';
CREATE TYPE public.ticks (INPUT = public.ticks_in, OUTPUT = public.ticks_out, LIKE = bigint);

CREATE FUNCTION public.both(ticks public.ticks[]) RETURNS public.ticks LANGUAGE sql IMMUTABLE AS 'SELECT ticks[1]';
CREATE TABLE public.boxes (id int PRIMARY KEY, sides public.box3 DEFAULT 'small'::public.box3, at public.ticks[]);
