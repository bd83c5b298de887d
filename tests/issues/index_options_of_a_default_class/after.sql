CREATE TABLE documents (id integer, words tsvector);
CREATE INDEX added ON documents USING gist (words tsvector_ops (siglen = 100));
CREATE INDEX changed ON documents USING gist (words tsvector_ops (siglen = 200));
