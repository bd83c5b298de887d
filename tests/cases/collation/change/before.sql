CREATE COLLATION kind (PROVIDER = icu, LOCALE = 'und-u-ks-level2');
CREATE COLLATION place (PROVIDER = icu, LOCALE = 'de-DE');
CREATE COLLATION libc (LOCALE = 'C');
CREATE TABLE t (a text);
CREATE INDEX t_a ON t (a COLLATE kind);
COMMENT ON COLLATION kind IS 'stays';
