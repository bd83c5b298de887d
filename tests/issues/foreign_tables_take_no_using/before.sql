CREATE FOREIGN DATA WRAPPER files;
CREATE SERVER disk FOREIGN DATA WRAPPER files;
CREATE TYPE state AS ENUM ('new', 'done');
CREATE FOREIGN TABLE tasks (state state, number text, due timestamp DEFAULT now()) SERVER disk;
