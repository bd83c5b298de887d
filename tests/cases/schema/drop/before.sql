CREATE SCHEMA app;
CREATE SCHEMA old;
CREATE TABLE app.t (id integer);
CREATE TABLE old.t (id integer);
