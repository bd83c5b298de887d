CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE tasks (
    state varchar(10) CHECK (state IN ('new', 'done')),
    tags text[] CHECK ('new' = ANY (tags)),
    old_state state CHECK (old_state = 'new'),
    number text CHECK (number <> '3'),
    seen timestamp CHECK (seen > '2020-01-01'),
    amount int CHECK (amount > 0),
    label varchar(10) CHECK (label <> '')
);
CREATE INDEX new_tasks ON tasks (state) WHERE state = 'new';
CREATE UNIQUE INDEX one_done ON tasks ((state = 'done'));
CREATE INDEX by_amount ON tasks (amount) WHERE amount > 5;
COMMENT ON INDEX new_tasks IS 'to do';
