CREATE TABLE t (a bigint, b varchar(20), c text, d timestamp, e text);
