CREATE TABLE checked (
    a integer CONSTRAINT small CHECK (a < 1000),
    b integer GENERATED ALWAYS AS (a * 3) VIRTUAL,
    CONSTRAINT positive CHECK (b > 0)
);
CREATE TABLE others (a integer, b integer GENERATED ALWAYS AS (a * 3) VIRTUAL);
CREATE TABLE published (a integer, b integer GENERATED ALWAYS AS (a * 3) VIRTUAL);
CREATE PUBLICATION p FOR TABLE published;
