CREATE TABLE ledger (id integer);
ALTER TABLE ledger OWNER TO keeper;
REVOKE ALL ON ledger FROM keeper;
GRANT SELECT, INSERT ON ledger TO keeper;
CREATE TABLE archive (id integer);
ALTER TABLE archive OWNER TO keeper;
REVOKE INSERT ON archive FROM keeper;
GRANT SELECT ON archive TO keeper;
