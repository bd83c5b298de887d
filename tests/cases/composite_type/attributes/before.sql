CREATE TYPE address AS (street text, number integer, zip text);
