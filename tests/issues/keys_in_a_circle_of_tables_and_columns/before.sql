CREATE TABLE a (id integer, b_id integer, UNIQUE (b_id));
CREATE TABLE b (id integer UNIQUE, a_b_id integer);
ALTER TABLE b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a_b_id) REFERENCES a (b_id);
ALTER TABLE a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b_id) REFERENCES b (id);
