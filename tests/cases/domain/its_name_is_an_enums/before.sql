CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN span AS text;
CREATE TABLE point (x integer, y integer);
