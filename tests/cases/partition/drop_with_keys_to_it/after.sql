CREATE TABLE zz (id int, k text);
