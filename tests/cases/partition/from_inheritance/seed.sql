INSERT INTO pay_1 (at, amt) VALUES ('2025-01-05',1);
INSERT INTO pay_2 (at, amt) VALUES ('2025-02-05',2);
INSERT INTO pay (at, amt) VALUES ('2024-02-05',3);