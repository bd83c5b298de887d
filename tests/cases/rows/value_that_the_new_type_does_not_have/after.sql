-- A value is none of the new type: the plan says so, and stops at the type.
CREATE TABLE sizes (id integer PRIMARY KEY, size integer, weight numeric(5, 1));
INSERT INTO sizes VALUES (1, 10, 1), (2, 20, 2.5);
