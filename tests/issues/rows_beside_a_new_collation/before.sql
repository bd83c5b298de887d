CREATE SCHEMA old;
CREATE COLLATION old.moving FROM "C";
CREATE TABLE seen (k text PRIMARY KEY, v text COLLATE old.moving UNIQUE);
INSERT INTO seen (k, v) VALUES ('Äpfel', 'a'), ('Birnen', 'b');
CREATE TABLE codes (code text COLLATE "POSIX" PRIMARY KEY, label text);
INSERT INTO codes (code, label) VALUES ('X', 'ten');
