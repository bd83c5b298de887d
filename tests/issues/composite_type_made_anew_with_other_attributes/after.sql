CREATE TYPE state AS ENUM ('done', 'new');
CREATE TYPE person AS (name varchar(20), state state, born date, email text);
CREATE TYPE team AS (lead person, members person[]);
CREATE TABLE teams (id int PRIMARY KEY, team team);
