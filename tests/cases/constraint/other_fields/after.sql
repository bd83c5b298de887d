CREATE TABLE t (a int NOT NULL, b int, r int4range,
    CONSTRAINT becomes_key PRIMARY KEY (a),
    CONSTRAINT inherited CHECK (a > 0) NO INHERIT,
    CONSTRAINT includes UNIQUE (b) INCLUDE (a),
    CONSTRAINT method EXCLUDE USING btree (r WITH =),
    CONSTRAINT predicate EXCLUDE USING gist (r WITH &&) WHERE (a > 1));
COMMENT ON CONSTRAINT becomes_key ON t IS 'stays';
