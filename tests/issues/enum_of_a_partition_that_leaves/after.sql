CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE tasks (state state) PARTITION BY LIST (state);
CREATE TABLE open_tasks PARTITION OF tasks FOR VALUES IN ('new');
CREATE TABLE lost_tasks (state state);
