CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, n integer);
COMMENT ON SEQUENCE t_id_seq IS 'old words';
CREATE TABLE u (id integer GENERATED ALWAYS AS IDENTITY);
COMMENT ON SEQUENCE u_id_seq IS 'goes';
CREATE TABLE v (id integer GENERATED ALWAYS AS IDENTITY, n integer);
COMMENT ON SEQUENCE v_id_seq IS 'goes with the identity';
