CREATE TABLE b (id int UNIQUE); CREATE TABLE a (b_id int, y int REFERENCES b(id));
