CREATE TABLE notes (id integer, body text);

CREATE VIEW titles AS SELECT body, id FROM notes;
GRANT SELECT ON titles TO reader;
GRANT UPDATE ON titles TO keeper;

CREATE MATERIALIZED VIEW totals AS SELECT count(*)::text AS n FROM notes;

CREATE FUNCTION half(integer) RETURNS numeric LANGUAGE sql AS 'SELECT $1 / 2.0';
REVOKE EXECUTE ON FUNCTION half(integer) FROM PUBLIC;

CREATE AGGREGATE total(integer) (SFUNC = int84pl, STYPE = bigint, INITCOND = 0);

CREATE TABLE log (id integer, day date) PARTITION BY RANGE (day);
CREATE TABLE log_all PARTITION OF log DEFAULT;
GRANT SELECT ON log TO app;

CREATE TABLE parts (id integer, day date);

CREATE TYPE mood AS ENUM ('high', 'low');
CREATE TABLE moods (mood mood);
GRANT USAGE ON TYPE mood TO app;

CREATE TYPE level AS ENUM ('a', 'b');
CREATE TABLE levels (level level);
REVOKE USAGE ON TYPE level FROM PUBLIC;

-- Of another kind.
CREATE MATERIALIZED VIEW recent AS SELECT id FROM log;

CREATE VIEW owned AS SELECT body, id FROM notes;
