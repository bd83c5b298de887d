-- Types and the row types of relations share their names.
CREATE DOMAIN mood AS text;
CREATE TYPE span AS RANGE (subtype = integer);
CREATE DOMAIN point AS integer;
