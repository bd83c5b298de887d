CREATE TABLE notes (id integer, owner text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user);
CREATE MATERIALIZED VIEW numbers AS SELECT id FROM notes;
GRANT SELECT ON numbers TO app;
