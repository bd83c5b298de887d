CREATE TABLE plans (id integer PRIMARY KEY, name text);
CREATE TABLE regions (id integer PRIMARY KEY, code text);
CREATE DOMAIN level AS integer;
CREATE TABLE levels (id integer PRIMARY KEY, level level);
CREATE TABLE extra (id integer PRIMARY KEY, code text);
CREATE TABLE tree (
    id integer PRIMARY KEY,
    parent integer REFERENCES tree DEFERRABLE INITIALLY DEFERRED,
    rank integer
);
