INSERT INTO old.ids (v) VALUES ('a'); INSERT INTO old.named VALUES (1, 'a'); INSERT INTO old.comes VALUES (1, 'a');
