CREATE SCHEMA app;
-- schemadiff: renamed from old.state
CREATE TYPE app.state AS ENUM ('new');
-- schemadiff: renamed from old.t
CREATE TABLE app.t (id serial PRIMARY KEY, state app.state);
-- schemadiff: renamed from old.u
CREATE TABLE app.u (id int, t_id int REFERENCES app.t (id));
-- schemadiff: renamed from old.v
CREATE VIEW app.v AS SELECT id FROM app.t;
