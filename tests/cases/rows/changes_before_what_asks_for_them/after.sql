CREATE TABLE plans (id integer PRIMARY KEY, name text NOT NULL, price integer NOT NULL);
INSERT INTO plans VALUES (1, 'small', 10), (2, 'large', 20);

CREATE TABLE regions (id integer PRIMARY KEY, code text, CONSTRAINT regions_code UNIQUE (code));
INSERT INTO regions VALUES (1, 'eu'), (2, 'us');
CREATE UNIQUE INDEX regions_place ON regions (lower(code));

CREATE DOMAIN level AS integer CONSTRAINT level_counts CHECK (VALUE > 0);
CREATE TABLE levels (id integer PRIMARY KEY, level level);
INSERT INTO levels VALUES (1, 1);

-- Keys wait for the rows that go, too.
CREATE TABLE extra (id integer PRIMARY KEY, code text UNIQUE);
-- schemadiff: rows exact
INSERT INTO extra VALUES (1, 'a');

-- What is checked at the end keeps the table from being altered behind its rows.
CREATE TABLE tree (
    id integer PRIMARY KEY,
    parent integer REFERENCES tree DEFERRABLE INITIALLY DEFERRED,
    rank integer NOT NULL UNIQUE
);
INSERT INTO tree VALUES (1, 2, 3), (2, 1, 2);
