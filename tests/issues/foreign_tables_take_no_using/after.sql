CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE TYPE state AS ENUM ('done', 'new');
CREATE FOREIGN TABLE tasks (state state, number int, due int DEFAULT 3) SERVER disk;
