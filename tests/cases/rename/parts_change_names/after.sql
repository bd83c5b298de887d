CREATE TABLE t (id integer CONSTRAINT t_pkey PRIMARY KEY, a text, b text,
 CONSTRAINT c2 CHECK (a <> ''), -- schemadiff: renamed from c1
 CONSTRAINT c1 CHECK (b <> '')  -- schemadiff: renamed from c2
);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf(); -- schemadiff: renamed from t1
CREATE TRIGGER t1 BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf(); -- schemadiff: renamed from t2
CREATE POLICY p2 ON t USING (a = 'x'); -- schemadiff: renamed from p1
CREATE POLICY p1 ON t USING (b = 'x'); -- schemadiff: renamed from p2
-- schemadiff: renamed from d
CREATE DOMAIN dd AS text 
 CONSTRAINT d2 CHECK (value <> '') -- schemadiff: renamed from d1
 CONSTRAINT d1 CHECK (value <> 'x') -- schemadiff: renamed from d2
;
CREATE TYPE comp AS (
 y integer, -- schemadiff: renamed from x
 x text -- schemadiff: renamed from y
);
CREATE TABLE uses_comp (c comp);
CREATE VIEW v AS SELECT 
 a AS two, -- schemadiff: renamed from one
 id AS one -- schemadiff: renamed from two
 FROM t;
CREATE VIEW over_v AS SELECT two AS one, one AS two FROM v;
CREATE STATISTICS s2 ON a, b FROM t; -- schemadiff: renamed from s1
CREATE STATISTICS s1 ON id, b FROM t; -- schemadiff: renamed from s2
CREATE SEQUENCE q2 START 5; -- schemadiff: renamed from q1
CREATE SEQUENCE q1 INCREMENT 7; -- schemadiff: renamed from q2
