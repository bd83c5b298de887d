CREATE TABLE top (id integer, owner text);
CREATE TABLE middle (id integer, owner text) INHERITS (top);
CREATE TABLE below (CONSTRAINT below_id CHECK (id > 0)) INHERITS (middle);
ALTER TABLE below ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON below USING (owner = CURRENT_USER);

CREATE TABLE measures (id integer, owner text) PARTITION BY RANGE (id);
CREATE TABLE measures_old PARTITION OF measures FOR VALUES FROM (0) TO (10);
ALTER TABLE measures_old ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON measures_old USING (owner = CURRENT_USER);
-- Nobody saw less of these before, or sees more now.
CREATE TABLE measures_new PARTITION OF measures FOR VALUES FROM (10) TO (20);
ALTER TABLE measures_new ENABLE ROW LEVEL SECURITY;
ALTER TABLE measures_new REPLICA IDENTITY FULL;

CREATE TABLE guarded (id integer, owner text) PARTITION BY RANGE (id);
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON guarded USING (owner = CURRENT_USER);
CREATE TABLE guarded_old PARTITION OF guarded FOR VALUES FROM (0) TO (10);
ALTER TABLE guarded_old ENABLE ROW LEVEL SECURITY;
