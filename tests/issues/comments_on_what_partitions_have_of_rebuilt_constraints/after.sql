CREATE TABLE kinds (id int PRIMARY KEY);
CREATE TABLE things (id int, kind bigint, CONSTRAINT positive CHECK (kind > 0),
    CONSTRAINT kind_is_known FOREIGN KEY (kind) REFERENCES kinds) PARTITION BY RANGE (id);
CREATE TABLE things_1 PARTITION OF things FOR VALUES FROM (1) TO (10);
COMMENT ON CONSTRAINT positive ON things IS 'all of them';
COMMENT ON CONSTRAINT positive ON things_1 IS 'checked by hand';
COMMENT ON CONSTRAINT kind_is_known ON things_1 IS 'checked by the importer';
