CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE people (id int, mood mood) PARTITION BY RANGE (id);
CREATE TABLE people_1 PARTITION OF people FOR VALUES FROM (1) TO (10);
CREATE INDEX the_sad ON people_1 (id) WHERE mood = 'sad';
CREATE VIEW moods AS SELECT mood FROM people_1;
CREATE POLICY no_glad ON people_1 USING (mood = 'sad');
CREATE TRIGGER on_mood BEFORE UPDATE OF mood ON people_1
    FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
ALTER TABLE people_1 ALTER COLUMN mood SET DEFAULT 'sad';
ALTER TABLE people_1 ADD CONSTRAINT at_least CHECK (mood >= 'sad');
