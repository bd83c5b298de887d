CREATE TYPE srange AS RANGE (SUBTYPE = integer);
CREATE FUNCTION f(smultirange, r srange DEFAULT srange(1, 4)) RETURNS smultirange LANGUAGE sql AS 'SELECT $1';
CREATE TABLE kept (r srange DEFAULT srange(1, 3), m smultirange DEFAULT smultirange(srange(1, 5)),
    n smultirange[] DEFAULT '{}', CHECK (m && srange(3, 4, '[]')), CHECK (m <> smultirange()));
CREATE VIEW v AS SELECT m, smultirange(r) AS s, lower(m) AS l, range_merge(m) AS merged FROM kept;
CREATE TYPE days AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = many_days);
CREATE DOMAIN parts_of_days AS many_days CHECK (VALUE <> '{}');
CREATE TABLE parts (a parts_of_days, CHECK (NOT a @> days(NULL, NULL)));
