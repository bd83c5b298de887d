CREATE TABLE t (a integer, b varchar(5), c integer, d date, e jsonb);
