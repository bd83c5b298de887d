CREATE TABLE notes (id integer, owner text, day date);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user);

CREATE TABLE letters (id integer, owner text, day date);
ALTER TABLE letters ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON letters USING (owner = current_user);
CREATE POLICY old ON letters AS RESTRICTIVE USING (day < current_date);
