CREATE TABLE notes (id integer, owner text, day date) PARTITION BY RANGE (day);
CREATE TABLE notes_all PARTITION OF notes DEFAULT;

CREATE TABLE letters (id integer, owner text, day date) PARTITION BY RANGE (day);
CREATE TABLE letters_all PARTITION OF letters DEFAULT;
ALTER TABLE letters ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON letters USING (owner = current_user);
