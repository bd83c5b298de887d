CREATE TYPE e AS ENUM ('b', 'a');
CREATE TABLE y (id bigint, z text, k int DEFAULT 3, u int);
CREATE TABLE x (z e);
CREATE TABLE st (ar y[], r y, xs x);
CREATE TABLE gone (id bigint);
CREATE TABLE holder (n int);
