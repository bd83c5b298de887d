CREATE TABLE t (a integer, b integer);
CREATE SEQUENCE gained OWNED BY t.a;
CREATE SEQUENCE lost;
CREATE SEQUENCE moved OWNED BY t.b;
