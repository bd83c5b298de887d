CREATE DOMAIN dm AS int;
CREATE DOMAIN over_dm AS dm;
CREATE TABLE gone (c dm);
CREATE TABLE slimmer (c over_dm, d int);
CREATE TABLE retyped (c dm);
INSERT INTO gone VALUES (NULL);
INSERT INTO slimmer VALUES (-1, 1);
INSERT INTO retyped VALUES (NULL);
