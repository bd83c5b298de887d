CREATE TABLE becomes_logged (id int PRIMARY KEY);
CREATE TABLE and_before_it (id int REFERENCES becomes_logged);
CREATE UNLOGGED TABLE becomes_unlogged (id int PRIMARY KEY);
CREATE UNLOGGED TABLE and_earlier (id int REFERENCES becomes_unlogged);
CREATE TABLE stays (id int);
