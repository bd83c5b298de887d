CREATE SCHEMA s2; -- schemadiff: renamed from s1
CREATE SCHEMA s3; -- schemadiff: renamed from s2
CREATE TABLE s2.other (a int);
CREATE TABLE s2.t (id serial PRIMARY KEY, b int); -- schemadiff: renamed from s2.t
CREATE INDEX t_b ON s2.t (b);
CREATE VIEW s3.v AS SELECT b FROM s2.t;
