CREATE TABLE t (a integer, b integer, c smallint);
CREATE UNLOGGED TABLE u (a integer, b integer);
CREATE TABLE lossy (a bigint, b bigint, c integer);
CREATE TABLE order_of_columns (a integer);
CREATE TABLE one_needs_another (a integer, twice integer GENERATED ALWAYS AS (a * 2) STORED);
