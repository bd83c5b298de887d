CREATE TABLE t (id bigserial, place text NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (id, place));
CREATE INDEX t_place ON t (place);
COMMENT ON TABLE t IS 'Places';
GRANT SELECT ON t TO reader;
