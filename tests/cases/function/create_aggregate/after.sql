CREATE FUNCTION public.join_words(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE $1 || ', ' || $2 END
$$;
CREATE AGGREGATE public.group_concat(text) (SFUNC = join_words, STYPE = text);
COMMENT ON AGGREGATE public.group_concat(text) IS 'words, with commas';
CREATE AGGREGATE count_rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0', PARALLEL = SAFE);
COMMENT ON AGGREGATE count_rows(*) IS 'like count';
CREATE AGGREGATE public.moving_sum(integer) (
    SFUNC = int4pl, STYPE = integer, INITCOND = '-5', SSPACE = 8,
    MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MINITCOND = 0,
    COMBINEFUNC = int4pl, SORTOP = OPERATOR(pg_catalog.>)
);
CREATE AGGREGATE public.median(float8 ORDER BY anyelement) (
    SFUNC = ordered_set_transition, STYPE = internal,
    FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = READ_WRITE
);
CREATE AGGREGATE public.old_max(BASETYPE = integer, SFUNC = int4larger, STYPE = integer);
CREATE TABLE public.film (id integer PRIMARY KEY, title text, length integer);
CREATE VIEW public.titles AS
    SELECT group_concat(title) AS titles, count_rows(*) AS n, old_max(length) AS longest FROM film;
