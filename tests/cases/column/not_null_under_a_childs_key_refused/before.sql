CREATE TABLE parent (id integer NOT NULL, n integer);
CREATE TABLE child () INHERITS (parent);
ALTER TABLE child ADD PRIMARY KEY (id);
CREATE TABLE other (id integer NOT NULL);
CREATE TABLE below_other () INHERITS (other);
