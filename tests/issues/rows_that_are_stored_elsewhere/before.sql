CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE y (id int, z text);
CREATE TABLE x (z e);
CREATE TABLE st (ar y[], r y, xs x);
CREATE TABLE gone (id int);
CREATE TABLE holder (g gone, n int);
