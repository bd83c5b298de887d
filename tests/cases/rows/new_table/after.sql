CREATE TABLE exchanges (
    id serial PRIMARY KEY,
    name varchar(50) NOT NULL UNIQUE,
    rest_url text
);

INSERT INTO exchanges (name, rest_url) VALUES
    ('coinbase', 'https://api.coinbase.com'),
    ('binance', NULL);
