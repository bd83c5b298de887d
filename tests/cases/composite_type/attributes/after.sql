CREATE TYPE address AS (street varchar(100), number integer, city text);
