CREATE TABLE t (a integer, b text DEFAULT 'x', c text DEFAULT 'x', d text DEFAULT 'z') PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t (b DEFAULT 'y', d DEFAULT 'y') FOR VALUES IN (1);
