CREATE TABLE t (
    a integer,
    b integer,
    c text,
    CONSTRAINT t_key PRIMARY KEY (a),  -- schemadiff: renamed from t_pkey
    -- schemadiff: renamed from b_positive
    CONSTRAINT b_above_zero CHECK (b > 0)
);
CREATE INDEX sorted_by_b ON t (b);  -- schemadiff: renamed from by_b
ALTER TABLE t REPLICA IDENTITY USING INDEX t_key;
CREATE STATISTICS stats ON a, b FROM t;  -- schemadiff: renamed from s
CREATE POLICY pol ON t USING (b > 1);  -- schemadiff: renamed from p
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;  -- schemadiff: renamed from r
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- schemadiff: renamed from g
CREATE TRIGGER tri BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
COMMENT ON CONSTRAINT b_above_zero ON t IS 'a check';
COMMENT ON INDEX sorted_by_b IS 'an index';
COMMENT ON TRIGGER tri ON t IS 'a trigger';
COMMENT ON POLICY pol ON t IS 'another comment';
