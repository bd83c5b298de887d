-- PostgreSQL 18 keeps the names of NOT NULL: those that after.sql gets.
CREATE TABLE users (
    id integer CONSTRAINT people_id_not_null NOT NULL CONSTRAINT people_pkey PRIMARY KEY,
    email text CONSTRAINT email_is_one CHECK (email LIKE '%@%')
);
CREATE INDEX by_email ON users (lower(email));
CREATE TABLE logins (
    user_id integer CONSTRAINT of_somebody REFERENCES users (id),
    at timestamptz DEFAULT now()
);
CREATE VIEW recent AS
    SELECT u.email, max(l.at) AS at FROM users u JOIN logins l ON l.user_id = u.id GROUP BY u.email;
CREATE MATERIALIZED VIEW emails AS SELECT email FROM users;
CREATE FUNCTION first_of(u users) RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT x.email FROM users x WHERE x.id = u.id);
CREATE POLICY own ON users USING (email = current_user);
COMMENT ON TABLE users IS 'people';
COMMENT ON COLUMN users.email IS 'one each';
GRANT SELECT (email) ON users TO reader;
