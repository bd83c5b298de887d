-- PostgreSQL takes a list of nobody for no list: the owner has all rights of s.all_rights. In schema
-- public the list has the reader, and for functions PUBLIC, and the owner is not in it.
ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM CURRENT_USER;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM CURRENT_USER;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader;
CREATE SCHEMA s;
CREATE TABLE s.all_rights (a int);
CREATE TABLE readers_alone (a int);
CREATE FUNCTION everybodys() RETURNS int LANGUAGE sql AS 'SELECT 1';
