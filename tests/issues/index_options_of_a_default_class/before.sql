CREATE TABLE documents (id integer, words tsvector);
CREATE INDEX changed ON documents USING gist (words tsvector_ops (siglen = 100));
