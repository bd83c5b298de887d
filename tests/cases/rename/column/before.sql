-- PostgreSQL 18 keeps the names of NOT NULL: those that after.sql gets.
CREATE TABLE tracks (
    id integer NOT NULL,
    title text CONSTRAINT tracks_name_not_null NOT NULL DEFAULT 'untitled',
    length interval CONSTRAINT takes_time CHECK (length > '1 second'),
    twice interval GENERATED ALWAYS AS (length * 2) STORED,
    CONSTRAINT once UNIQUE (id, title)
);
CREATE INDEX by_title ON tracks (upper(title)) WHERE length > '1 minute';
CREATE VIEW long AS SELECT id, title FROM tracks WHERE length > '10 minutes';
CREATE TABLE covers (
    of integer,
    title text,
    CONSTRAINT covers_of FOREIGN KEY (of, title) REFERENCES tracks (id, title)
);
CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER shorter BEFORE UPDATE OF length ON tracks FOR EACH ROW
    WHEN (NEW.length < OLD.length) EXECUTE FUNCTION nothing();
CREATE POLICY named ON tracks USING (title <> '');
CREATE STATISTICS spread ON title, length FROM tracks;
COMMENT ON COLUMN tracks.title IS 'as printed';
GRANT UPDATE (title) ON tracks TO app;
