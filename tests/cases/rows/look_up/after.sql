CREATE TABLE exchanges (id serial PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE markets (symbol text PRIMARY KEY, exchange_id int REFERENCES exchanges);

INSERT INTO markets VALUES ('BTC-USD', (SELECT id FROM exchanges WHERE name = 'binance'));
INSERT INTO exchanges (name) VALUES ('binance');
