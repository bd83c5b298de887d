CREATE TYPE kind AS ENUM ('a', 'b', 'c');
CREATE TYPE another AS ENUM ('3', '1');
CREATE TABLE t (id integer, k kind NOT NULL DEFAULT 'c', x another) PARTITION BY LIST (k);
CREATE TABLE t_ab PARTITION OF t FOR VALUES IN ('a', 'b');
CREATE TABLE t_c PARTITION OF t FOR VALUES IN ('c');
