CREATE TYPE state AS ENUM ('new', 'done');
CREATE TYPE person AS (state state, first text, last text);
CREATE TABLE people (id int PRIMARY KEY, person person);
