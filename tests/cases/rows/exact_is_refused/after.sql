CREATE TABLE exchanges (
    id serial PRIMARY KEY,
    name varchar(50) NOT NULL UNIQUE,
    rest_url text
);

-- schemadiff: rows exact
INSERT INTO exchanges (name, rest_url) VALUES ('coinbase', NULL);
