CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE place AS (street text, town text);
CREATE DOMAIN code AS text CONSTRAINT short CHECK (length(VALUE) < 9);
CREATE TABLE t (
    m mood DEFAULT 'ok',
    many mood[],
    p place,
    c code,
    CONSTRAINT not_sad CHECK (m <> 'sad'),
    CONSTRAINT in_town CHECK ((p).town <> '')
);
CREATE VIEW happy AS SELECT c, (p).street FROM t WHERE m = 'happy'::mood;
CREATE FUNCTION mean(a mood, b code) RETURNS mood LANGUAGE sql AS 'SELECT a';
CREATE CAST (place AS mood) WITH INOUT;
COMMENT ON TYPE mood IS 'how it feels';
COMMENT ON COLUMN place.town IS 'or village';
GRANT USAGE ON TYPE mood TO app;
