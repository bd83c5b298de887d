CREATE TABLE rates (code text PRIMARY KEY, rate numeric);
COMMENT ON TABLE rates IS 'of the day';
INSERT INTO rates (code, rate) VALUES ('EUR', 1);
CREATE VIEW codes AS SELECT code FROM rates;
GRANT SELECT ON rates TO PUBLIC;
CREATE TABLE parts (id integer, day date) PARTITION BY RANGE (day);
CREATE TABLE part_1 PARTITION OF parts FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
