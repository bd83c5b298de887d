CREATE TABLE r (code text PRIMARY KEY, label text UNIQUE);
-- schemadiff: rows exact
INSERT INTO r VALUES ('bb','L');
