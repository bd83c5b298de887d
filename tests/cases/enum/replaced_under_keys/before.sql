CREATE TYPE kind AS ENUM ('a', 'b', 'gone');
CREATE TABLE kinds (k kind CONSTRAINT kinds_pkey PRIMARY KEY);
CREATE TABLE things (id integer, k kind CONSTRAINT things_k_fkey REFERENCES kinds (k));
CREATE TABLE parts (id integer, k kind NOT NULL, CONSTRAINT parts_pkey PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a');
CREATE TABLE parts_b PARTITION OF parts FOR VALUES IN ('b');
