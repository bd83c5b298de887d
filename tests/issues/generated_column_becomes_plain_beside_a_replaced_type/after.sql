CREATE TYPE state AS ENUM ('done', 'new');
CREATE TABLE tasks (state state, first_state state);
