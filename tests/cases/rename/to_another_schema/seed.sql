INSERT INTO people (name) VALUES ('a'); INSERT INTO logs VALUES (now());
