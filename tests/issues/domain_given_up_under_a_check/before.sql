CREATE DOMAIN amount AS numeric(38,18) CHECK (VALUE >= 0); 
CREATE TABLE o (qty amount, filled numeric(38,18), CONSTRAINT ok CHECK (filled <= qty));
CREATE INDEX o_idx ON o ((qty + 1)) WHERE qty > 3;
