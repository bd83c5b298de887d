-- PostgreSQL 18 keeps the names of NOT NULL: those that after.sql gets.
CREATE TABLE users (
    id integer CONSTRAINT people_id_not_null NOT NULL CONSTRAINT users_pkey PRIMARY KEY,
    age integer CONSTRAINT people_years_not_null NOT NULL,
    CONSTRAINT grown_up CHECK (age > 17)
);
CREATE VIEW ages AS SELECT id, age FROM users;
CREATE INDEX by_age ON users (age);
