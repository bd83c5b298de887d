CREATE TABLE things (id int, number int, flag smallint, span int4range);
