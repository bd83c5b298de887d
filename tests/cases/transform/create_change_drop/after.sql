CREATE TYPE one AS (a integer);
CREATE TYPE two AS (a integer);
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION dsimple_init(internal));
CREATE TRANSFORM FOR one LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));
COMMENT ON TRANSFORM FOR integer LANGUAGE sql IS 'stays';
COMMENT ON TRANSFORM FOR one LANGUAGE sql IS 'new';
