CREATE TABLE t (id bigserial, place text NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (id, place)) PARTITION BY LIST (place);
CREATE TABLE t_north PARTITION OF t FOR VALUES IN ('north');
CREATE TABLE t_rest PARTITION OF t DEFAULT;
CREATE INDEX t_place ON t (place);
COMMENT ON TABLE t IS 'Places';
GRANT SELECT ON t TO reader;
