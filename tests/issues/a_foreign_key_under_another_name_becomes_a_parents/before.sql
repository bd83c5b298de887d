CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer, b integer REFERENCES r) PARTITION BY LIST (a);
CREATE TABLE one (a integer, b integer REFERENCES r);
CREATE TABLE changed (a integer, b integer REFERENCES r) PARTITION BY LIST (a);
CREATE TABLE changed_1 PARTITION OF changed FOR VALUES IN (1);
