CREATE TABLE untouched (id integer PRIMARY KEY);
CREATE EXTENSION earthdistance CASCADE;
CREATE EXTENSION bloom;
CREATE EXTENSION citext;
CREATE EXTENSION moddatetime;
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
CREATE TABLE places (
  name citext,
  box cube,
  seen timestamp,
  EXCLUDE USING btree (name WITH =),
  EXCLUDE USING gist (box WITH &&)
);
CREATE INDEX places_id ON untouched USING bloom (id);
CREATE TRIGGER places_seen BEFORE UPDATE ON places FOR EACH ROW EXECUTE FUNCTION moddatetime(seen);
CREATE AGGREGATE last_name(citext) (SFUNC = citext_larger, STYPE = citext);
CREATE VIEW sizes AS SELECT cube_dim(box) AS size FROM places;
