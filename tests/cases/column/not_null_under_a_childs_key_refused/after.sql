CREATE TABLE parent (id integer, n integer);
CREATE TABLE child () INHERITS (parent);
ALTER TABLE child ADD PRIMARY KEY (id);
CREATE TABLE other (id integer);
CREATE TABLE below_other () INHERITS (other);
