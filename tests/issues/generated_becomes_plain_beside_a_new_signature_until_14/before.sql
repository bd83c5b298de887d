CREATE FUNCTION s(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)';
CREATE TABLE d (title text, slug text GENERATED ALWAYS AS (s(title)) STORED);
