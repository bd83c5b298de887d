CREATE TABLE users (
    id integer CONSTRAINT users_pkey PRIMARY KEY,
    age integer NOT NULL,
    CONSTRAINT grown_up CHECK (age > 17)
);
CREATE VIEW ages AS SELECT id, age FROM users;
CREATE INDEX by_age ON users (age);
