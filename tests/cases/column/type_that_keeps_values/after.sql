CREATE TABLE t (a bigint, b varchar(20), c numeric(10,2), d timestamp, e text, f integer[]);
