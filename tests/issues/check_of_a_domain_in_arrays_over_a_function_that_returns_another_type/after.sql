CREATE FUNCTION s(t integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT t::bigint';
CREATE DOMAIN four AS integer CHECK (s(VALUE) <> 5);
CREATE TABLE d (x four[]);
