CREATE TABLE a (id int UNIQUE); CREATE TABLE b (a_id int REFERENCES a(id));
