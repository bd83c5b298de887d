CREATE TABLE base (id integer PRIMARY KEY, v text);
CREATE TABLE heir (w text, PRIMARY KEY (id)) INHERITS (base);
INSERT INTO base (id, v) VALUES (1, 'b'), (2, 'goes');
INSERT INTO heir (id, v, w) VALUES (1, 'its own', 'w'), (3, 'its own', 'w'), (4, 'its own', 'w');
CREATE TABLE codes (code text PRIMARY KEY);
CREATE TABLE more_codes (PRIMARY KEY (code)) INHERITS (codes);
INSERT INTO codes (code) VALUES ('a');
INSERT INTO more_codes (code) VALUES ('b'), ('c');
