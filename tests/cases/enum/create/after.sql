CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s great');
COMMENT ON TYPE mood IS 'how one feels';
CREATE TABLE t (m mood DEFAULT 'ok' NOT NULL);
