CREATE EXTENSION citext;
CREATE TABLE t (a citext, b citext, c text, d oid, e regclass, f oid, g text, h varchar[], i varchar(20)[], j varbit(5), k oid UNIQUE);
CREATE DOMAIN dv AS varchar(10);
CREATE DOMAIN dc AS text CHECK (VALUE <> 'x');
CREATE DOMAIN dt AS text;
CREATE TABLE u (a varchar(10), b dt, c dt, d dv, e dc, f dv, g dt[]);
