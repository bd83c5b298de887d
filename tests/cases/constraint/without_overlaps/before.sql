CREATE EXTENSION btree_gist;
CREATE TABLE rooms (id integer NOT NULL, during tsrange NOT NULL);
CREATE TABLE stays (room integer, during tsrange);
