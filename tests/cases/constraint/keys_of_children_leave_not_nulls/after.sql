CREATE TABLE base (id integer NOT NULL, n integer);
CREATE TABLE log (id integer NOT NULL, n integer) PARTITION BY RANGE (id);
-- These keep the parents' NOT NULL constraints, whose names they have.
CREATE TABLE key_later () INHERITS (base);
ALTER TABLE key_later ADD PRIMARY KEY (id);
CREATE TABLE not_null_later (id integer) INHERITS (base);
ALTER TABLE not_null_later ALTER COLUMN id SET NOT NULL;
CREATE TABLE log_key_later PARTITION OF log FOR VALUES FROM (0) TO (10);
ALTER TABLE log_key_later ADD PRIMARY KEY (id, n);
CREATE TABLE log_not_null_later PARTITION OF log FOR VALUES FROM (10) TO (20);
ALTER TABLE log_not_null_later ALTER COLUMN id SET NOT NULL, ALTER COLUMN n SET NOT NULL;
-- These have some of their own.
CREATE TABLE key_at_once (PRIMARY KEY (id)) INHERITS (base);
CREATE TABLE log_key_at_once PARTITION OF log (PRIMARY KEY (id)) FOR VALUES FROM (20) TO (30);
CREATE TABLE joins (id integer, n integer);
ALTER TABLE joins ADD PRIMARY KEY (id);
ALTER TABLE joins INHERIT base;
