CREATE TABLE other (a int);
CREATE TABLE a (k int, v int) PARTITION BY LIST (k);
CREATE TABLE p PARTITION OF a FOR VALUES IN (1);
CREATE INDEX ON p (v) WHERE v > 0;  -- p_v_idx
CREATE INDEX ON a (v);              -- its part is p_v_idx1
