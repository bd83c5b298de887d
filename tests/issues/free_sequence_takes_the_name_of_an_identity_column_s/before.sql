CREATE TABLE t (z int GENERATED ALWAYS AS IDENTITY, n text);
CREATE VIEW v AS SELECT nextval('t_z_seq') AS x, last_value FROM t_z_seq;
