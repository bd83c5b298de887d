CREATE TABLE t (id integer, gone date);
CREATE VIEW all_of_t AS SELECT * FROM t;
CREATE VIEW all_of_that AS SELECT * FROM all_of_t WHERE id > 1;
CREATE TABLE parent (a integer, gone text);
CREATE TABLE child () INHERITS (parent);
CREATE VIEW all_of_the_child AS SELECT * FROM child;
