CREATE TABLE t (a integer);
CREATE POLICY who ON t TO pg_monitor USING (a > 0);
CREATE POLICY what ON t USING (a > 0) WITH CHECK (a > 0);
CREATE POLICY command ON t FOR SELECT USING (a > 0);
CREATE POLICY kind ON t USING (a > 0);
CREATE POLICY less ON t USING (a > 0) WITH CHECK (a > 1);
