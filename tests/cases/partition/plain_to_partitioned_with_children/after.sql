CREATE TABLE customers (id integer CONSTRAINT customers_pkey PRIMARY KEY);
CREATE TABLE payments (id integer, customer integer, paid date) PARTITION BY RANGE (paid);
CREATE TABLE payments_2025 PARTITION OF payments FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE payments_2026 PARTITION OF payments FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX payments_2026_id ON payments_2026 (id);
