CREATE FUNCTION s(t text, u text DEFAULT '') RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE d (title text, slug text);
