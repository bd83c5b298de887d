CREATE TABLE o (qty numeric(38,18), filled numeric(38,18), CONSTRAINT ok CHECK (filled <= qty));
CREATE INDEX o_idx ON o ((qty + 1)) WHERE qty > 3;
