CREATE TABLE pay (id serial, at date NOT NULL, amt int);
CREATE TABLE pay_1 (CONSTRAINT c1 CHECK (at >= '2025-01-01' AND at < '2025-02-01')) INHERITS (pay);
CREATE TABLE pay_2 (CONSTRAINT c2 CHECK (at >= '2025-02-01' AND at < '2025-03-01')) INHERITS (pay);
CREATE INDEX pay_1_at ON pay_1 (at);
