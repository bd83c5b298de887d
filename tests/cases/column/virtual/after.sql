CREATE TABLE t (a integer, v integer GENERATED ALWAYS AS (a * 3) VIRTUAL, s integer GENERATED ALWAYS AS (a * 2) VIRTUAL, p integer,
    n integer GENERATED ALWAYS AS (a + 1) VIRTUAL);
