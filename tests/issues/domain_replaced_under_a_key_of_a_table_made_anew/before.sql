CREATE DOMAIN number AS int;
CREATE TABLE kinds (id number PRIMARY KEY);
CREATE TABLE things (kind number REFERENCES kinds, part number) PARTITION BY LIST (part);
CREATE TABLE things_1 PARTITION OF things FOR VALUES IN (1);
