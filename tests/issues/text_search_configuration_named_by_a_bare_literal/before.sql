CREATE TEXT SEARCH CONFIGURATION plain (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION plain ADD MAPPING FOR word WITH simple;
CREATE TABLE notes (note text, words tsvector GENERATED ALWAYS AS (to_tsvector('plain'::regconfig, note)) STORED);
CREATE INDEX by_word ON notes USING gin (to_tsvector('public.plain', note));
