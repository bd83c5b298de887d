CREATE TABLE t (a integer, owner text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t USING (owner = current_user);
CREATE POLICY reading ON t AS RESTRICTIVE FOR SELECT TO pg_monitor, pg_read_all_stats USING (a > 0);
CREATE POLICY writing ON t FOR INSERT WITH CHECK (a > 0);
COMMENT ON POLICY own ON t IS 'each their own';
