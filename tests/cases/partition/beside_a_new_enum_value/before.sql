CREATE TYPE kind AS ENUM ('a', 'b');
CREATE TYPE another AS ENUM ('1', '2', '3');
CREATE TABLE t (id integer, k kind NOT NULL DEFAULT 'a', x another);
