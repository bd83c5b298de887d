CREATE FUNCTION public.join_words(text, text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE $1 || ', ' || $2 END
$$;
CREATE AGGREGATE public.group_concat(text) (SFUNC = join_words, STYPE = text);
COMMENT ON AGGREGATE public.group_concat(text) IS 'words, with commas';
CREATE AGGREGATE count_rows(*) (SFUNC = int8inc, STYPE = int8, FINALFUNC = int8up, INITCOND = '0', PARALLEL = SAFE);
COMMENT ON AGGREGATE count_rows(*) IS 'counts rows';
CREATE AGGREGATE public.moving_sum(integer) (
    SFUNC = int4pl, STYPE = integer, INITCOND = '7', SSPACE = 8,
    MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MINITCOND = 0,
    SORTOP = OPERATOR(pg_catalog.>)
);
CREATE AGGREGATE public.old_max(BASETYPE = integer, SFUNC = int4larger, STYPE = integer, INITCOND = 0);
CREATE TABLE public.film (id integer PRIMARY KEY, title text, length integer);
CREATE VIEW public.titles AS
    SELECT group_concat(title) AS titles, count_rows(*) AS n, old_max(length) AS longest FROM film;
