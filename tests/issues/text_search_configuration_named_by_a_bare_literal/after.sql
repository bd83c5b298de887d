CREATE TEXT SEARCH PARSER words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH CONFIGURATION plain (PARSER = words);
ALTER TEXT SEARCH CONFIGURATION plain ADD MAPPING FOR word WITH simple;
CREATE TABLE notes (note text, words tsvector GENERATED ALWAYS AS (to_tsvector('plain'::regconfig, note)) STORED);
CREATE INDEX by_word ON notes USING gin (to_tsvector('public.plain', note));
