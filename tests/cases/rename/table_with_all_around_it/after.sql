CREATE TABLE people (  -- schemadiff: renamed from users
    id integer CONSTRAINT people_pkey PRIMARY KEY,
    email text CONSTRAINT email_is_one CHECK (email LIKE '%@%')
);
CREATE INDEX by_email ON people (lower(email));
CREATE TABLE logins (
    user_id integer CONSTRAINT of_somebody REFERENCES people (id),
    at timestamptz DEFAULT now()
);
CREATE VIEW recent AS
    SELECT u.email, max(l.at) AS at FROM people u JOIN logins l ON l.user_id = u.id GROUP BY u.email;
CREATE MATERIALIZED VIEW emails AS SELECT email FROM people;
CREATE FUNCTION first_of(u people) RETURNS text LANGUAGE sql STABLE
    RETURN (SELECT x.email FROM people x WHERE x.id = u.id);
CREATE POLICY own ON people USING (email = current_user);
COMMENT ON TABLE people IS 'people';
COMMENT ON COLUMN people.email IS 'one each';
GRANT SELECT (email) ON people TO reader;
