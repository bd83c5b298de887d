INSERT INTO a (x) VALUES ('a'); INSERT INTO b (y) VALUES ('b'); INSERT INTO old.t (x) VALUES ('t');
