CREATE DOMAIN price AS integer NOT NULL CHECK (VALUE < 1000);
CREATE TABLE fees (id integer PRIMARY KEY, fee price, least price DEFAULT 7);
INSERT INTO fees (id, fee, least) VALUES (1, 50, 1 + 2), (2, 40 + 2, DEFAULT);
INSERT INTO fees (id, fee) VALUES (3, 5);
