CREATE TABLE locked (id integer);
CREATE TABLE read (id serial, number integer);
