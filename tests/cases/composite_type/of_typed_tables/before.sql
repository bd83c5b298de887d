CREATE TYPE person AS (id int, name text, gone text, n int);
CREATE TABLE people OF person (PRIMARY KEY (id));
CREATE TABLE others OF person (name WITH OPTIONS DEFAULT 'nobody');
CREATE VIEW names AS SELECT id, n FROM people;
INSERT INTO people (id, name, gone, n) VALUES (1, 'Ada', 'x', 7) ON CONFLICT (id) DO NOTHING;
