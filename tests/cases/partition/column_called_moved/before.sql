CREATE TABLE p (moved int);
