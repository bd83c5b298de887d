CREATE TABLE people (id integer, name text);  -- schemadiff: renamed from users
-- schemadiff: renamed from count_users
CREATE FUNCTION count_people() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM people';
-- schemadiff: renamed from greeting
CREATE FUNCTION salute(who text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'hello ' || who $$;
-- schemadiff: renamed from clean
CREATE PROCEDURE purge(days integer) LANGUAGE plpgsql AS 'BEGIN DELETE FROM people; END';
-- schemadiff: renamed from touch
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- schemadiff: renamed from touched
CREATE TRIGGER stamped BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE INDEX by_greeting ON people (salute(name));
-- schemadiff: renamed from longer
CREATE FUNCTION the_longer(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT greatest(a, b)';
-- schemadiff: renamed from longest
CREATE AGGREGATE the_longest(text) (SFUNC = the_longer, STYPE = text);
