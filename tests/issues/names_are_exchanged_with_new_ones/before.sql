CREATE TABLE a (v text); CREATE TABLE a_new (w int);
CREATE TABLE c (x int, x_new text, y int, z text, y_new text);
CREATE TYPE e AS ENUM ('p', 'p_new', 'q', 'r', 'q_new');
CREATE TYPE ct AS (m int, m_new text, n int, o text, n_new date);
CREATE SCHEMA s; CREATE SCHEMA s_new; CREATE TABLE s.one (i int);
CREATE VIEW v AS SELECT 1 AS i; CREATE VIEW v_new AS SELECT 2 AS j;
