CREATE TYPE span AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = many_spans);
CREATE TYPE spans AS (first span, last span);
CREATE TABLE t (a span);
