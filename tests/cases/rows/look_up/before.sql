CREATE TABLE exchanges (id serial PRIMARY KEY, name text NOT NULL UNIQUE);
