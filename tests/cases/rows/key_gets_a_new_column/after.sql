-- The rows that are there get the default.
CREATE TABLE plans (id integer, tenant integer NOT NULL DEFAULT 1, name text, PRIMARY KEY (id, tenant));
INSERT INTO plans VALUES (1, 1, 'small'), (2, 1, 'big'), (1, 2, 'small');

CREATE TABLE parts (
    id integer,
    region text DEFAULT 'eu',
    name text,
    PRIMARY KEY (id, region)
) PARTITION BY LIST (region);
CREATE TABLE parts_all PARTITION OF parts DEFAULT;
INSERT INTO parts VALUES (1, 'eu', 'a'), (1, 'us', 'b');
