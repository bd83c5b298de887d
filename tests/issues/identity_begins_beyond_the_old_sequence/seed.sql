INSERT INTO u SELECT FROM generate_series(1, 5);
INSERT INTO w SELECT FROM generate_series(1, 60);
INSERT INTO down SELECT FROM generate_series(1, 5);
