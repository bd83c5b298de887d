CREATE FUNCTION step(internal, VARIADIC "any") RETURNS internal LANGUAGE internal AS 'ordered_set_transition_multi';
CREATE AGGREGATE place(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = step, STYPE = internal, FINALFUNC = pg_catalog.rank_final,
    FINALFUNC_EXTRA, HYPOTHETICAL);
