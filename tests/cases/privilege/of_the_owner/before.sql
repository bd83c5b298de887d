CREATE TABLE ledger (id integer);
CREATE TABLE archive (id integer);
ALTER TABLE archive OWNER TO keeper;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON archive FROM keeper;
