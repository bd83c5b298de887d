CREATE TABLE t (a smallint PRIMARY KEY, n text, c text GENERATED ALWAYS AS (upper(n)) STORED);
