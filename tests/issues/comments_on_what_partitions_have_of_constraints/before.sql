CREATE TABLE kinds (id int PRIMARY KEY);
CREATE TABLE things (id int, kind int, CONSTRAINT kind_is_known FOREIGN KEY (kind) REFERENCES kinds,
    CONSTRAINT positive CHECK (kind > 0)) PARTITION BY RANGE (id);
CREATE TABLE things_1 PARTITION OF things FOR VALUES FROM (1) TO (10);
COMMENT ON CONSTRAINT kind_is_known ON things_1 IS 'checked by the importer';
COMMENT ON CONSTRAINT positive ON things_1 IS 'checked by hand';
CREATE TABLE notes (id int, kind int REFERENCES kinds) PARTITION BY RANGE (id);
CREATE TABLE notes_1 PARTITION OF notes FOR VALUES FROM (1) TO (10);
COMMENT ON CONSTRAINT notes_kind_fkey ON notes_1 IS 'of notes';
