CREATE TYPE srange AS RANGE (SUBTYPE = integer);
CREATE TABLE kept (r srange DEFAULT srange(1, 3), m smultirange DEFAULT smultirange(srange(1, 5)));
CREATE TYPE gone AS RANGE (SUBTYPE = integer);
CREATE TABLE gone_too (m gone_multirange);
