CREATE TYPE state AS ENUM ('new', 'late', 'done', 'lost');
CREATE TABLE tasks (state state) PARTITION BY LIST (state);
CREATE TABLE open_tasks PARTITION OF tasks FOR VALUES IN ('new', 'late');
CREATE TABLE lost_tasks PARTITION OF tasks FOR VALUES IN ('lost');
