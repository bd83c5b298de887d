CREATE TABLE t (a int NOT NULL, b int, r int4range,
    CONSTRAINT becomes_key UNIQUE (a),
    CONSTRAINT inherited CHECK (a > 0),
    CONSTRAINT includes UNIQUE (b),
    CONSTRAINT method EXCLUDE USING gist (r WITH =),
    CONSTRAINT predicate EXCLUDE USING gist (r WITH &&) WHERE (a > 0));
COMMENT ON CONSTRAINT becomes_key ON t IS 'stays';
COMMENT ON CONSTRAINT includes ON t IS 'goes';
