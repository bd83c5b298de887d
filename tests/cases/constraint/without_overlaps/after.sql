CREATE EXTENSION btree_gist;
CREATE TABLE rooms (id integer NOT NULL, during tsrange NOT NULL,
    CONSTRAINT rooms_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE stays (room integer, during tsrange,
    CONSTRAINT in_rooms FOREIGN KEY (room, PERIOD during) REFERENCES rooms (id, PERIOD during));
