CREATE TABLE t (a integer, b varchar(10), c numeric(8,2), d timestamp(0), e varchar(10), f smallint[]);
