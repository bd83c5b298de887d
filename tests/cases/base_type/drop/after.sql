CREATE TABLE public.t (id int);
CREATE FUNCTION public.b_typmod_in(cstring[]) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE TYPE public.stays;
CREATE FUNCTION public.stays_in(cstring) RETURNS public.stays LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION public.stays_out(public.stays) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE public.stays (INPUT = public.stays_in, OUTPUT = public.stays_out, TYPMOD_IN = public.b_typmod_in, LIKE = int4);
CREATE TABLE public.with_values (id int);
