CREATE TABLE r (code text PRIMARY KEY, label text UNIQUE);
INSERT INTO r VALUES ('b','L');
