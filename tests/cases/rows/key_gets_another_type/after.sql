CREATE TYPE letter AS ENUM (
    'first', -- schemadiff: renamed from a
    'b'
);
CREATE TYPE other AS ENUM ('a');
CREATE TABLE from_enum (k text PRIMARY KEY, v integer);
CREATE TABLE from_uuid (k character varying(40) PRIMARY KEY, v integer);
CREATE TABLE from_number (k text PRIMARY KEY, v integer);
CREATE TABLE from_boolean (k integer PRIMARY KEY, v integer);
CREATE TABLE from_address (k text PRIMARY KEY, v integer);
CREATE TABLE to_number (k integer PRIMARY KEY, v integer);
CREATE TABLE to_enum (k other PRIMARY KEY, v integer);
CREATE TABLE to_boolean (k boolean PRIMARY KEY, v integer);
CREATE TABLE to_array (k integer[] PRIMARY KEY, v integer);
CREATE TABLE to_scale (k numeric(5, 2) PRIMARY KEY, v integer);
CREATE TABLE renamed (k letter PRIMARY KEY, v integer);
CREATE TABLE exactly (k text PRIMARY KEY, v integer);

INSERT INTO from_enum VALUES ('first', 2), ('b', 1);
INSERT INTO from_uuid VALUES ('00000000-0000-0000-0000-000000000001', 2);
INSERT INTO from_number VALUES ('1', 2), ('01', 1);
INSERT INTO from_boolean VALUES (1, 2);
INSERT INTO from_address VALUES ('10.0.0.1/32', 2);
INSERT INTO to_number VALUES (1, 2);
INSERT INTO to_enum VALUES ('a', 2);
INSERT INTO to_boolean VALUES (true, 2), (false, 1);
INSERT INTO to_array VALUES ('{1}', 2);
INSERT INTO to_scale VALUES (1, 2);
INSERT INTO renamed VALUES ('first', 2);
-- schemadiff: rows exact
INSERT INTO exactly VALUES ('1', 1);
