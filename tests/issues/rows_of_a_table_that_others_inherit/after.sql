CREATE TABLE base (id integer PRIMARY KEY, v text);
CREATE TABLE heir (w text, PRIMARY KEY (id)) INHERITS (base);
-- schemadiff: rows exact
INSERT INTO base (id, v) VALUES (1, 'changes'), (3, 'comes');
CREATE TABLE codes (code text PRIMARY KEY);
CREATE TABLE more_codes (PRIMARY KEY (code)) INHERITS (codes);
INSERT INTO codes (code) VALUES ('a'), ('b');
INSERT INTO more_codes (code) VALUES ('b'), ('c'), ('d');
