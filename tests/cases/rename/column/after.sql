CREATE TABLE tracks (
    id integer NOT NULL,
    -- schemadiff: renamed from title (the label's word)
    name text NOT NULL DEFAULT 'untitled',
    duration interval CONSTRAINT takes_time CHECK (duration > '1 second'),  -- schemadiff: renamed from length
    twice interval GENERATED ALWAYS AS (duration * 2) STORED,
    CONSTRAINT once UNIQUE (id, name)
);
CREATE INDEX by_title ON tracks (upper(name)) WHERE duration > '1 minute';
CREATE VIEW long AS SELECT id, name AS title FROM tracks WHERE duration > '10 minutes';
CREATE TABLE covers (
    of integer,
    title text,
    CONSTRAINT covers_of FOREIGN KEY (of, title) REFERENCES tracks (id, name)
);
CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER shorter BEFORE UPDATE OF duration ON tracks FOR EACH ROW
    WHEN (NEW.duration < OLD.duration) EXECUTE FUNCTION nothing();
CREATE POLICY named ON tracks USING (name <> '');
CREATE STATISTICS spread ON name, duration FROM tracks;
COMMENT ON COLUMN tracks.name IS 'as printed';
GRANT UPDATE (name) ON tracks TO app;
