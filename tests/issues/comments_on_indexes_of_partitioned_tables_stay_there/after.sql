-- Up to 16 ALTER COLUMN … TYPE would give the comments to the indexes of partitions too.
CREATE DOMAIN code AS varchar(10);
CREATE TABLE events (id bigint, codes code[], name text, place varchar(20)) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events DEFAULT PARTITION BY LIST (id);
CREATE TABLE events_11 PARTITION OF events_1 DEFAULT;
CREATE INDEX by_name ON events (lower(name));
CREATE INDEX by_place ON events_1 (place) WHERE name <> '';
CREATE INDEX by_id ON events (id);
COMMENT ON INDEX by_name IS 'for the search';
COMMENT ON INDEX by_place IS 'for the map of all';
COMMENT ON INDEX by_id IS 'for all';
CREATE INDEX by_codes ON events (codes);
COMMENT ON INDEX by_codes IS 'for machines';
