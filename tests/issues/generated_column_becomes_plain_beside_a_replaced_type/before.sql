CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE tasks (state state, first_state state GENERATED ALWAYS AS (state) STORED);
