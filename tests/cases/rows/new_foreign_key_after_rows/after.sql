CREATE TABLE currency (code text PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, currency text REFERENCES currency);

INSERT INTO currency VALUES ('EUR'), ('USD');
