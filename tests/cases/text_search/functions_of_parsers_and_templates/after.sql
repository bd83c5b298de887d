CREATE FUNCTION own_start(internal, int) RETURNS internal LANGUAGE internal AS 'prsd_start';
CREATE FUNCTION own_token(internal, internal, internal) RETURNS internal LANGUAGE internal AS 'prsd_nexttoken';
CREATE FUNCTION own_end(internal) RETURNS void LANGUAGE internal AS 'prsd_end';
CREATE FUNCTION own_types(internal) RETURNS internal LANGUAGE internal AS 'prsd_lextype';
CREATE FUNCTION own_lexize(internal, internal, internal, internal) RETURNS internal LANGUAGE internal AS 'dsimple_lexize';

CREATE TEXT SEARCH PARSER words (START = own_start, GETTOKEN = own_token, END = own_end, LEXTYPES = own_types);
CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = own_lexize);
CREATE TEXT SEARCH DICTIONARY of_plain (TEMPLATE = plain);
CREATE TEXT SEARCH CONFIGURATION of_words (PARSER = words);
ALTER TEXT SEARCH CONFIGURATION of_words ADD MAPPING FOR word WITH of_plain;
COMMENT ON TEXT SEARCH PARSER words IS 'stays';
COMMENT ON TEXT SEARCH CONFIGURATION of_words IS 'stays too';
CREATE TABLE t (a text, b tsvector GENERATED ALWAYS AS (to_tsvector('of_words', a)) STORED);
