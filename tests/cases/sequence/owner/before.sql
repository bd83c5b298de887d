CREATE TABLE t (a integer, b integer);
CREATE SEQUENCE gained;
CREATE SEQUENCE lost OWNED BY t.a;
CREATE SEQUENCE moved OWNED BY t.a;
