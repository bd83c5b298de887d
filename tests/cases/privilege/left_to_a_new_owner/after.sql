-- Who gets a table has what was left to the one who made it.
CREATE TABLE locked (id integer);
REVOKE ALL ON locked FROM CURRENT_USER;
GRANT SELECT ON locked TO app;
ALTER TABLE locked OWNER TO app;

CREATE TABLE read (id serial, number integer);
GRANT SELECT ON read TO CURRENT_USER;
GRANT UPDATE (id, number) ON read TO CURRENT_USER;
REVOKE USAGE ON SEQUENCE read_id_seq FROM CURRENT_USER;
REVOKE INSERT ON read FROM keeper;
ALTER TABLE read OWNER TO keeper;
REVOKE UPDATE (id) ON read FROM keeper;
