CREATE TYPE state AS ENUM ('new', 'done');
CREATE TYPE person AS (name text, state state, nick text);
CREATE TYPE team AS (lead person, members person[]);
CREATE TABLE teams (id int PRIMARY KEY, team team);
