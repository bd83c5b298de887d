CREATE TABLE t (n text);
CREATE SEQUENCE t_z_seq AS int;
CREATE VIEW v AS SELECT nextval('t_z_seq') AS x, last_value FROM t_z_seq;
