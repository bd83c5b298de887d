CREATE TABLE t (a integer, b text, c integer, d jsonb);
