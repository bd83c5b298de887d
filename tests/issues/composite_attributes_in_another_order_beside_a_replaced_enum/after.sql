CREATE TYPE state AS ENUM ('done', 'new');
CREATE TYPE person AS (state state, last text, first text);
CREATE TABLE people (id int PRIMARY KEY, person person);
