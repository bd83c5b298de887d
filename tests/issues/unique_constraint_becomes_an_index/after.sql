CREATE TABLE codes (code int NOT NULL, other int);
CREATE UNIQUE INDEX one_code ON codes (code);
CREATE UNIQUE INDEX one_other ON codes (other);
COMMENT ON INDEX one_code IS 'of an index';
COMMENT ON INDEX one_other IS 'stays';
