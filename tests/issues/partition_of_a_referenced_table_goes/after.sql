CREATE TABLE p (id integer, k text, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE r (id integer, k text, FOREIGN KEY (id, k) REFERENCES p);
