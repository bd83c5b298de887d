CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE c (e e PRIMARY KEY, name text);
