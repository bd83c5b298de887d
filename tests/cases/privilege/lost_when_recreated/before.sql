CREATE TABLE notes (id integer, body text);

CREATE VIEW titles AS SELECT id FROM notes;
GRANT SELECT ON titles TO app, reader;
GRANT UPDATE ON titles TO keeper WITH GRANT OPTION;
GRANT UPDATE (id) ON titles TO app;

CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM notes;
GRANT SELECT ON totals TO app;

CREATE FUNCTION half(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 / 2';
GRANT EXECUTE ON FUNCTION half(integer) TO app;

CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer);
GRANT EXECUTE ON FUNCTION total(integer) TO app;

CREATE TABLE log (id integer, day date);
GRANT SELECT, INSERT ON log TO app;
GRANT UPDATE (day) ON log TO reader;

CREATE TABLE parts (id integer, day date) PARTITION BY RANGE (day);
GRANT SELECT ON parts TO app;

CREATE TYPE mood AS ENUM ('low', 'high');
CREATE TABLE moods (mood mood);
GRANT USAGE ON TYPE mood TO app WITH GRANT OPTION;

CREATE DOMAIN level AS text;
CREATE TABLE levels (level level);
REVOKE USAGE ON TYPE level FROM PUBLIC;
GRANT USAGE ON TYPE level TO app;

CREATE VIEW recent AS SELECT id FROM log;
GRANT SELECT ON recent TO app;

-- Owned by another role before.
CREATE VIEW owned AS SELECT id FROM notes;
ALTER VIEW owned OWNER TO keeper;
