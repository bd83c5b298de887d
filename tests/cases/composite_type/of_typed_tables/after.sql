CREATE TYPE person AS (id int, name text, n bigint, born date);
CREATE TABLE people OF person (PRIMARY KEY (id), born WITH OPTIONS DEFAULT '2000-01-01');
CREATE TABLE others OF person (name WITH OPTIONS DEFAULT 'nobody', born WITH OPTIONS NOT NULL);
CREATE VIEW names AS SELECT id, n FROM people;
