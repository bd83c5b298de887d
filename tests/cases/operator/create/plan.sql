-- 23 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/23] create composite type public.pair
CREATE TYPE public.pair AS (
    x integer,
    y integer
);

-- [2/23] create function public.int_same(integer, integer)
CREATE FUNCTION public.int_same(integer, integer) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1 = $2$$;

-- [3/23] create function public.pair_cmp(public.pair, public.pair)
CREATE FUNCTION public.pair_cmp(public.pair, public.pair) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT btint4cmp($1.x, $2.x)$$;

-- [4/23] create function public.pair_cmp_int(public.pair, integer)
CREATE FUNCTION public.pair_cmp_int(public.pair, integer) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT btint4cmp($1.x, $2)$$;

-- [5/23] create function public.pair_eq(public.pair, public.pair)
CREATE FUNCTION public.pair_eq(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x = $2.x$$;

-- [6/23] create function public.pair_eq_int(public.pair, integer)
CREATE FUNCTION public.pair_eq_int(public.pair, integer) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x = $2$$;

-- [7/23] create function public.pair_ge(public.pair, public.pair)
CREATE FUNCTION public.pair_ge(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x >= $2.x$$;

-- [8/23] create function public.pair_gt(public.pair, public.pair)
CREATE FUNCTION public.pair_gt(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x > $2.x$$;

-- [9/23] create function public.pair_le(public.pair, public.pair)
CREATE FUNCTION public.pair_le(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x <= $2.x$$;

-- [10/23] create function public.pair_lt(public.pair, public.pair)
CREATE FUNCTION public.pair_lt(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x < $2.x$$;

-- [11/23] create function public.pair_neg(public.pair)
CREATE FUNCTION public.pair_neg(public.pair) RETURNS public.pair
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1$$;

-- [12/23] create operator public.!#(NONE, public.pair)
CREATE OPERATOR public.!# (
    FUNCTION = public.pair_neg,
    RIGHTARG = public.pair
);

-- [13/23] create operator public.<#(public.pair, public.pair)
CREATE OPERATOR public.<# (
    FUNCTION = public.pair_lt,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.>#),
    NEGATOR = OPERATOR(public.>=#)
);

-- [14/23] create operator public.<=#(public.pair, public.pair)
CREATE OPERATOR public.<=# (
    FUNCTION = public.pair_le,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.>=#),
    NEGATOR = OPERATOR(public.>#)
);

-- [15/23] create operator public.=#(public.pair, integer)
CREATE OPERATOR public.=# (
    FUNCTION = public.pair_eq_int,
    LEFTARG = public.pair,
    RIGHTARG = integer
);

-- [16/23] create operator public.=#(public.pair, public.pair)
CREATE OPERATOR public.=# (
    FUNCTION = public.pair_eq,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.=#)
);

-- [17/23] create operator public.===(integer, integer)
CREATE OPERATOR public.=== (
    FUNCTION = public.int_same,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(public.===),
    RESTRICT = pg_catalog.eqsel,
    JOIN = pg_catalog.eqjoinsel,
    HASHES,
    MERGES
);

-- [18/23] create operator public.>#(public.pair, public.pair)
CREATE OPERATOR public.># (
    FUNCTION = public.pair_gt,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.<#),
    NEGATOR = OPERATOR(public.<=#)
);

-- [19/23] create operator public.>=#(public.pair, public.pair)
CREATE OPERATOR public.>=# (
    FUNCTION = public.pair_ge,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.<=#),
    NEGATOR = OPERATOR(public.<#)
);

-- [20/23] create table public.t
SET LOCAL search_path = public;
CREATE TABLE public.t (
    a integer,
    p public.pair,
    CONSTRAINT t_a_check CHECK (a === 5)
);

-- [21/23] create view public.v
CREATE VIEW public.v AS
SELECT a FROM t WHERE a === 1;

-- [22/23] create comment on operator public.!#(NONE, public.pair)
COMMENT ON OPERATOR public.!#(NONE, public.pair) IS 'prefix';

-- [23/23] create comment on operator public.===(integer, integer)
COMMENT ON OPERATOR public.===(integer, integer) IS 'the same';

COMMIT;
