CREATE FUNCTION f(anyarray) RETURNS SETOF anyelement LANGUAGE internal IMMUTABLE STRICT AS 'array_unnest' SUPPORT pg_catalog.array_unnest_support;
