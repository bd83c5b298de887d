CREATE FUNCTION s(t integer, u integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT t';
CREATE DOMAIN four AS integer CHECK (s(VALUE) <> 5);
CREATE TABLE d (x four[]);
