CREATE TABLE p (a int, b bigint, c int GENERATED ALWAYS AS (b + 1) STORED) PARTITION BY LIST (a);
CREATE TABLE p1 (a int, b bigint, c bigint);
CREATE TABLE base (a int, b bigint, c int GENERATED ALWAYS AS (b + 1) STORED, CHECK (b > 0));
CREATE TABLE child (a int, b bigint, c bigint);
