CREATE TYPE public.stays;
CREATE TYPE public.comes;
CREATE TYPE public.grows;
CREATE FUNCTION public.grows_in(cstring) RETURNS public.grows LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION public.grows_out(public.grows) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE public.grows (INPUT = public.grows_in, OUTPUT = public.grows_out, LIKE = int4);
