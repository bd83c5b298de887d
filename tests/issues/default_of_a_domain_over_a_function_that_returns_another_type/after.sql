CREATE FUNCTION s(t integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT t::bigint';
CREATE DOMAIN five AS integer DEFAULT s(5);
CREATE TABLE d (x five);
