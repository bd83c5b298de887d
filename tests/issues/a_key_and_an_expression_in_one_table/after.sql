CREATE TABLE t (a int PRIMARY KEY, n text, c text GENERATED ALWAYS AS (lower(n)) STORED);
