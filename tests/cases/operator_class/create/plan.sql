-- 26 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/26] create composite type public.pair
CREATE TYPE public.pair AS (
    x integer,
    y integer
);

-- [2/26] create function public.pair_cmp(public.pair, public.pair)
CREATE FUNCTION public.pair_cmp(public.pair, public.pair) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT btint4cmp($1.x, $2.x)$$;

-- [3/26] create function public.pair_cmp_int(public.pair, integer)
CREATE FUNCTION public.pair_cmp_int(public.pair, integer) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT btint4cmp($1.x, $2)$$;

-- [4/26] create function public.pair_eq(public.pair, public.pair)
CREATE FUNCTION public.pair_eq(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x = $2.x$$;

-- [5/26] create function public.pair_eq_int(public.pair, integer)
CREATE FUNCTION public.pair_eq_int(public.pair, integer) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x = $2$$;

-- [6/26] create function public.pair_ge(public.pair, public.pair)
CREATE FUNCTION public.pair_ge(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x >= $2.x$$;

-- [7/26] create function public.pair_gt(public.pair, public.pair)
CREATE FUNCTION public.pair_gt(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x > $2.x$$;

-- [8/26] create function public.pair_hash(public.pair)
CREATE FUNCTION public.pair_hash(public.pair) RETURNS integer
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT hashint4($1.x)$$;

-- [9/26] create function public.pair_le(public.pair, public.pair)
CREATE FUNCTION public.pair_le(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x <= $2.x$$;

-- [10/26] create function public.pair_lt(public.pair, public.pair)
CREATE FUNCTION public.pair_lt(public.pair, public.pair) RETURNS boolean
    LANGUAGE sql
    IMMUTABLE
    AS $$SELECT $1.x < $2.x$$;

-- [11/26] create operator public.<#(public.pair, public.pair)
CREATE OPERATOR public.<# (
    FUNCTION = public.pair_lt,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.>#),
    NEGATOR = OPERATOR(public.>=#)
);

-- [12/26] create operator public.<=#(public.pair, public.pair)
CREATE OPERATOR public.<=# (
    FUNCTION = public.pair_le,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.>=#),
    NEGATOR = OPERATOR(public.>#)
);

-- [13/26] create operator public.=#(public.pair, integer)
CREATE OPERATOR public.=# (
    FUNCTION = public.pair_eq_int,
    LEFTARG = public.pair,
    RIGHTARG = integer
);

-- [14/26] create operator public.=#(public.pair, public.pair)
CREATE OPERATOR public.=# (
    FUNCTION = public.pair_eq,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.=#)
);

-- [15/26] create operator public.>#(public.pair, public.pair)
CREATE OPERATOR public.># (
    FUNCTION = public.pair_gt,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.<#),
    NEGATOR = OPERATOR(public.<=#)
);

-- [16/26] create operator public.>=#(public.pair, public.pair)
CREATE OPERATOR public.>=# (
    FUNCTION = public.pair_ge,
    LEFTARG = public.pair,
    RIGHTARG = public.pair,
    COMMUTATOR = OPERATOR(public.<=#),
    NEGATOR = OPERATOR(public.<#)
);

-- [17/26] create operator family public.empty_ops USING hash
CREATE OPERATOR FAMILY public.empty_ops USING hash;

-- [18/26] create operator family public.pair_ops USING btree
CREATE OPERATOR FAMILY public.pair_ops USING btree;

-- [19/26] create operator family public.pair_ops USING btree
ALTER OPERATOR FAMILY public.pair_ops USING btree ADD
    OPERATOR 3 public.=#(public.pair, integer),
    FUNCTION 1 (public.pair, integer) public.pair_cmp_int(public.pair, integer);

-- [20/26] create operator class public.pair_hash_ops USING hash
CREATE OPERATOR CLASS public.pair_hash_ops FOR TYPE public.pair USING hash FAMILY public.empty_ops AS
    OPERATOR 1 public.=#(public.pair, public.pair),
    FUNCTION 1 (public.pair, public.pair) public.pair_hash(public.pair);

-- [21/26] create operator class public.pair_ops USING btree
CREATE OPERATOR CLASS public.pair_ops DEFAULT FOR TYPE public.pair USING btree FAMILY public.pair_ops AS
    OPERATOR 1 public.<#(public.pair, public.pair),
    OPERATOR 2 public.<=#(public.pair, public.pair),
    OPERATOR 3 public.=#(public.pair, public.pair),
    OPERATOR 4 public.>=#(public.pair, public.pair),
    OPERATOR 5 public.>#(public.pair, public.pair),
    FUNCTION 1 (public.pair, public.pair) public.pair_cmp(public.pair, public.pair);

-- [22/26] create table public.t
CREATE TABLE public.t (
    p public.pair
);

-- [23/26] create index public.t_p
CREATE INDEX t_p ON public.t (p);

-- [24/26] create index public.t_p_hash
CREATE INDEX t_p_hash ON public.t USING hash (p public.pair_hash_ops);

-- [25/26] create comment on operator family public.pair_ops USING btree
COMMENT ON OPERATOR FAMILY public.pair_ops USING btree IS 'by x too';

-- [26/26] create comment on operator class public.pair_ops USING btree
COMMENT ON OPERATOR CLASS public.pair_ops USING btree IS 'by x';

COMMIT;
