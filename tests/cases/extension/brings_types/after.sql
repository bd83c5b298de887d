-- Neither is installed yet: what they bring is asked of the server.
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm;
CREATE TABLE public.words (id integer PRIMARY KEY, word text, tags hstore DEFAULT 'a=>1');
CREATE INDEX words_word_idx ON public.words USING gin (word gin_trgm_ops);
