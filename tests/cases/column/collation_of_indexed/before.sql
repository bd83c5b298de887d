CREATE TABLE t (a text, b text, c text);
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t (lower(b));
CREATE FOREIGN DATA WRAPPER elsewhere;
CREATE SERVER there FOREIGN DATA WRAPPER elsewhere;
CREATE FOREIGN TABLE f (a int) SERVER there;
