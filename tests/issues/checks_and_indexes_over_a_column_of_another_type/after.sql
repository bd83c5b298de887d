CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE tasks (
    state state CHECK (state IN ('new', 'done')),
    tags state[] CHECK ('new' = ANY (tags)),
    old_state text CHECK (old_state = 'new'),
    number int CHECK (number <> 3),
    seen timestamptz CHECK (seen > '2020-01-01'),
    amount bigint CHECK (amount > 0),
    label varchar(20) CHECK (label <> '')
);
CREATE INDEX new_tasks ON tasks (state) WHERE state = 'new';
CREATE UNIQUE INDEX one_done ON tasks ((state = 'done'));
CREATE INDEX by_amount ON tasks (amount) WHERE amount > 5;
COMMENT ON INDEX new_tasks IS 'to do';
