-- 16 steps; run with psql -v ON_ERROR_STOP=1

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET datestyle = 'ISO, YMD';
SET intervalstyle = 'postgres';
SET xmloption = content;
SET check_function_bodies = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
SET default_toast_compression = 'pglz';
SET search_path = pg_catalog;
SET lock_timeout = '3s';

BEGIN;

-- [1/16] create base type public.box3
CREATE TYPE public.box3;

-- [2/16] create base type public.ticks
CREATE TYPE public.ticks;

-- [3/16] create function public.box3_in(cstring)
CREATE FUNCTION public.box3_in(cstring) RETURNS public.box3
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'textin';

-- [4/16] create function public.box3_out(public.box3)
CREATE FUNCTION public.box3_out(public.box3) RETURNS cstring
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'textout';

-- [5/16] create function public.box3_recv(internal)
CREATE FUNCTION public.box3_recv(internal) RETURNS public.box3
    LANGUAGE internal
    STABLE STRICT
    AS 'textrecv';

-- [6/16] create function public.box3_send(public.box3)
CREATE FUNCTION public.box3_send(public.box3) RETURNS bytea
    LANGUAGE internal
    STABLE STRICT
    AS 'textsend';

-- [7/16] create base type public.box3
-- ! needs-privileges: only a superuser can create base types
CREATE TYPE public.box3 (
    INPUT = public.box3_in,
    OUTPUT = public.box3_out,
    RECEIVE = public.box3_recv,
    SEND = public.box3_send,
    INTERNALLENGTH = VARIABLE,
    ALIGNMENT = int4,
    STORAGE = extended,
    CATEGORY = 'S',
    DEFAULT = 'none',
    DELIMITER = ';',
    COLLATABLE = true
);

-- [8/16] create function public.ticks_in(cstring)
CREATE FUNCTION public.ticks_in(cstring) RETURNS public.ticks
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'int8in';

-- [9/16] create function public.ticks_out(public.ticks)
CREATE FUNCTION public.ticks_out(public.ticks) RETURNS cstring
    LANGUAGE internal
    IMMUTABLE STRICT
    AS 'int8out';

-- [10/16] create base type public.ticks
-- ! needs-privileges: only a superuser can create base types
CREATE TYPE public.ticks (
    INPUT = public.ticks_in,
    OUTPUT = public.ticks_out,
    LIKE = bigint
);

-- [11/16] create function public."both"(public.ticks[])
CREATE FUNCTION public."both"(ticks public.ticks[]) RETURNS public.ticks
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT ticks[1]$$;

-- [12/16] create table public.boxes
SET LOCAL search_path = public;
CREATE TABLE public.boxes (
    id integer NOT NULL,
    sides public.box3 DEFAULT 'small'::public.box3,
    at public.ticks[],
    CONSTRAINT boxes_pkey PRIMARY KEY (id)
);

-- [13/16] create comment on base type public.box3
COMMENT ON TYPE public.box3 IS 'three sides';

-- [14/16] create owner of base type public.box3
ALTER TYPE public.box3 OWNER TO keeper;

-- [15/16] alter privilege of PUBLIC on base type public.box3: privileges: USAGE -> none
REVOKE ALL ON TYPE public.box3 FROM PUBLIC;

-- [16/16] create privilege of reader on base type public.box3
GRANT ALL ON TYPE public.box3 TO reader;

COMMIT;
