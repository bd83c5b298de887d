CREATE TYPE e AS ENUM ('b', 'a');
CREATE DOMAIN comes AS e;
CREATE TABLE t (k e, l comes);
