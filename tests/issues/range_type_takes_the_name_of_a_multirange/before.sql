CREATE TYPE period AS RANGE (subtype = integer, multirange_type_name = span_multirange);
