CREATE TABLE t (a bigint, b text, c integer);
CREATE TABLE u (a bigint, b integer);
CREATE TABLE lossy (a integer, b integer, c bigint);
CREATE TABLE order_of_columns (a integer, b integer, c uuid DEFAULT gen_random_uuid(), d integer DEFAULT 4, e uuid DEFAULT gen_random_uuid());
CREATE TABLE one_needs_another (a bigint, twice bigint GENERATED ALWAYS AS (a * 2) STORED);
