CREATE SCHEMA old;
CREATE SCHEMA app;
-- schemadiff: renamed from old.moving
CREATE COLLATION app.moving FROM "C";
-- Where 'A' is 'a'.
CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE seen (k text PRIMARY KEY, v text COLLATE app.moving UNIQUE);
INSERT INTO seen (k, v) VALUES ('Äpfel', 'a'), ('Birnen', 'b'), ('Citronen', 'c');
CREATE TABLE codes (code text COLLATE ci PRIMARY KEY, label text);
INSERT INTO codes (code, label) VALUES ('x', 'ten'), ('v', 'five');
CREATE TABLE words (id integer PRIMARY KEY, word text COLLATE ci UNIQUE);
INSERT INTO words (id, word) VALUES (1, 'a'), (2, 'b');
CREATE TABLE names (id integer, name text NOT NULL);
CREATE UNIQUE INDEX names_name ON names (name COLLATE ci);
INSERT INTO names (id, name) VALUES (1, 'a'), (2, 'b');
