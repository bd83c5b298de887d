CREATE TABLE status (code text PRIMARY KEY);
INSERT INTO status (code) VALUES ('open'), ('closed');
