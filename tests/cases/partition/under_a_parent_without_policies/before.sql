CREATE TABLE top (id integer, owner text);
CREATE TABLE middle (id integer, owner text);
CREATE TABLE below (CONSTRAINT below_id CHECK (id > 0)) INHERITS (middle);
ALTER TABLE below ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON below USING (owner = CURRENT_USER);

CREATE TABLE measures (id integer, owner text) PARTITION BY RANGE (id);
CREATE TABLE measures_old (id integer, owner text);
ALTER TABLE measures_old ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON measures_old USING (owner = CURRENT_USER);
CREATE TABLE measures_new (id integer, owner text);

CREATE TABLE guarded (id integer, owner text) PARTITION BY RANGE (id);
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON guarded USING (owner = CURRENT_USER);
CREATE TABLE guarded_old (id integer, owner text);
ALTER TABLE guarded_old ENABLE ROW LEVEL SECURITY;
