CREATE SCHEMA ext;
CREATE EXTENSION citext WITH SCHEMA ext VERSION '1.6';
SET search_path = public, ext;
CREATE TABLE people (email citext PRIMARY KEY);
