CREATE SCHEMA a;
CREATE SCHEMA b;
SET search_path = a, b;
CREATE TABLE a.t (id int);
CREATE SEQUENCE a.s;
CREATE TABLE b.t (id int);
CREATE SEQUENCE b.s;
CREATE TABLE b.u (n int DEFAULT nextval('s'), r regclass DEFAULT 't', always int DEFAULT nextval('b.s'));
CREATE VIEW b.v AS SELECT id FROM t;
