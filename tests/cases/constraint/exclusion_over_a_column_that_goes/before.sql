CREATE TABLE t (a int, c boolean, d int, CONSTRAINT x EXCLUDE (a WITH =) WHERE (c), CONSTRAINT y EXCLUDE ((a+d) WITH =) );
