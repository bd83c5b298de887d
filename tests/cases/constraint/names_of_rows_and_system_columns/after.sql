CREATE TABLE t (a integer, b text, CHECK (t.a > 1 AND t IS NOT NULL), CHECK (t IS NOT NULL), CHECK (t.* IS DISTINCT FROM NULL), CHECK (tableoid > 0), CHECK (a > 0));
