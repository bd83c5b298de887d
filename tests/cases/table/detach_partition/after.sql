CREATE TABLE t (a integer NOT NULL, b varchar(20)) PARTITION BY LIST (a);
CREATE TABLE p (a integer NOT NULL, b text DEFAULT 'x', gone integer, CONSTRAINT p_pkey PRIMARY KEY (a));
ALTER TABLE p ADD CONSTRAINT b_is_short CHECK (length(b) < 10);
CREATE INDEX p_b_idx ON p (b);
CREATE TABLE q PARTITION OF t FOR VALUES IN (2);
