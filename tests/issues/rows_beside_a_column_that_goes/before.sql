CREATE TABLE status (id integer PRIMARY KEY, code text NOT NULL);
INSERT INTO status VALUES (1, 'open');
