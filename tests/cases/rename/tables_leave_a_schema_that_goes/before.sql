CREATE SCHEMA app;
CREATE SCHEMA old;
CREATE TYPE old.state AS ENUM ('new');
CREATE TABLE old.t (id serial PRIMARY KEY, state old.state);
CREATE TABLE old.u (id int, t_id int REFERENCES old.t (id));
CREATE VIEW old.v AS SELECT id FROM old.t;
