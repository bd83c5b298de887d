ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;

CREATE TABLE notes (id integer, body text);
REVOKE SELECT ON notes FROM PUBLIC;
-- The default privileges give it to everybody.
CREATE VIEW titles AS SELECT body, id FROM notes;

-- They would, but everybody is to have more.
CREATE VIEW bodies AS SELECT id, body FROM notes;
GRANT INSERT ON bodies TO PUBLIC;

-- Whoever may look for it may call it.
CREATE FUNCTION half(integer) RETURNS numeric LANGUAGE sql AS 'SELECT $1 / 2.0';

CREATE TYPE mood AS ENUM ('high', 'low');
CREATE TABLE moods (mood mood);
REVOKE SELECT ON moods FROM PUBLIC;
