CREATE TYPE color AS ENUM ('red', 'blue');
CREATE CAST (color AS integer) WITH INOUT;
COMMENT ON CAST (color AS integer) IS 'gone';
CREATE TABLE kept (a integer);
