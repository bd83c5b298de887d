-- schemadiff: renamed from mood
CREATE TYPE feeling AS ENUM (
    'blue',  -- schemadiff: renamed from 'sad'
    'ok',
    'happy',
    'delighted'
);
-- schemadiff: renamed from place
CREATE TYPE address AS (
    street text,
    city text  -- schemadiff: renamed from town
);
-- schemadiff: renamed from code
CREATE DOMAIN sku AS text
    -- schemadiff: renamed from short
    CONSTRAINT brief CHECK (length(VALUE) < 9);
CREATE TABLE t (
    m feeling DEFAULT 'ok',
    many feeling[],
    p address,
    c sku,
    CONSTRAINT not_sad CHECK (m <> 'blue'),
    CONSTRAINT in_town CHECK ((p).city <> '')
);
CREATE VIEW happy AS SELECT c, (p).street FROM t WHERE m = 'happy'::feeling;
CREATE FUNCTION mean(a feeling, b sku) RETURNS feeling LANGUAGE sql AS 'SELECT a';
CREATE CAST (address AS feeling) WITH INOUT;
COMMENT ON TYPE feeling IS 'how it feels';
COMMENT ON COLUMN address.city IS 'or village';
GRANT USAGE ON TYPE feeling TO app;
