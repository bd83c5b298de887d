CREATE TABLE customers (id integer CONSTRAINT customers_pkey PRIMARY KEY);
CREATE TABLE payments (id integer CONSTRAINT payments_pkey PRIMARY KEY, customer integer CONSTRAINT payments_customer_fkey REFERENCES customers (id), paid date);
CREATE TABLE payments_2025 (CONSTRAINT payments_2025_paid_check CHECK (paid >= '2025-01-01')) INHERITS (payments);
