-- Nobody is kept from a row, until row security is switched on.
CREATE TABLE notes (id integer, owner text);
CREATE POLICY own ON notes USING (owner = current_user);
CREATE POLICY few ON notes AS RESTRICTIVE USING (id > 10);
