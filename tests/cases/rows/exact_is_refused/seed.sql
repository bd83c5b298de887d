INSERT INTO exchanges (name, rest_url) VALUES ('coinbase', 'https://edited'), ('kraken', NULL);
