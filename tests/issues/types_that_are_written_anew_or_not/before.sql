CREATE EXTENSION citext;
CREATE TABLE t (a text, b varchar, c citext, d int, e oid, f regclass, g xml, h text[], i varchar(10)[], j bit(3), k int UNIQUE);
CREATE DOMAIN dv AS varchar(10);
CREATE DOMAIN dc AS text CHECK (VALUE <> 'x');
CREATE DOMAIN dt AS text;
CREATE TABLE u (a dv, b dc, c text, d varchar(5), e text, f varchar, g text[]);
