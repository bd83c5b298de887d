CREATE SCHEMA old;
CREATE SCHEMA app;
-- The sequence of its identity has to be called otherwise there.
CREATE SEQUENCE app.ids_id_seq;
-- schemadiff: renamed from old.ids
CREATE TABLE app.ids (id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME app.ids_id_seq_1), v text);
-- The other table keeps these names.
-- schemadiff: renamed from old.named
CREATE TABLE app.named (
    id integer,
    v text,
    CONSTRAINT pk2 PRIMARY KEY (id)  -- schemadiff: renamed from pk
);
CREATE INDEX by_v2 ON app.named (v);  -- schemadiff: renamed from by_v
CREATE TABLE app.other (id integer CONSTRAINT pk PRIMARY KEY, v text);
CREATE INDEX by_v ON app.other (v);
-- Here the other goes.
-- schemadiff: renamed from old.comes
CREATE TABLE app.comes (id integer CONSTRAINT comes_pk PRIMARY KEY, v text);
CREATE INDEX comes_i ON app.comes (v);
