CREATE TABLE codes (code int NOT NULL, other int, CONSTRAINT one_code UNIQUE (code),
    CONSTRAINT one_other UNIQUE (other));
COMMENT ON INDEX one_other IS 'stays';
