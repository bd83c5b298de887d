CREATE SCHEMA apart;
CREATE TYPE mood AS ENUM ('sad', 'happy');
ALTER TYPE mood RENAME TO feeling;
CREATE TABLE t (m feeling);
CREATE DOMAIN positive AS integer;
ALTER DOMAIN positive SET SCHEMA apart;
CREATE TABLE u (p apart.positive);
CREATE FUNCTION f() RETURNS feeling LANGUAGE sql RETURN 'sad'::feeling;
