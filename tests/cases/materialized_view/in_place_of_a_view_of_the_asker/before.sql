CREATE TABLE notes (id integer, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user);
CREATE VIEW numbers WITH (security_invoker = true) AS SELECT id FROM notes;
GRANT SELECT ON numbers TO app;
