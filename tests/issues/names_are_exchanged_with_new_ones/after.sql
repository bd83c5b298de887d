-- schemadiff: renamed from a_new
CREATE TABLE a (w int);
-- schemadiff: renamed from a
CREATE TABLE a_new (v text);
CREATE TABLE c (
  x text, -- schemadiff: renamed from x_new
  x_new int, -- schemadiff: renamed from x
  y text, -- schemadiff: renamed from z
  z int, -- schemadiff: renamed from y
  y_new text);
CREATE TYPE e AS ENUM (
  'p_new', -- schemadiff: renamed from p
  'p', -- schemadiff: renamed from p_new
  'r', -- schemadiff: renamed from q
  'q', -- schemadiff: renamed from r
  'q_new');
CREATE TYPE ct AS (
 m_new int, -- schemadiff: renamed from m
 m text, -- schemadiff: renamed from m_new
 o int, -- schemadiff: renamed from n
 n text, -- schemadiff: renamed from o
 n_new date);
CREATE SCHEMA s_new; -- schemadiff: renamed from s
CREATE SCHEMA s; -- schemadiff: renamed from s_new
CREATE TABLE s_new.one (i int);
-- schemadiff: renamed from v_new
CREATE VIEW v AS SELECT 2 AS j;
-- schemadiff: renamed from v
CREATE VIEW v_new AS SELECT 1 AS i;
