CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CONSTRAINT positive_check CHECK (VALUE > 0);
COMMENT ON DOMAIN positive IS 'more than nothing';
CREATE DOMAIN name AS text COLLATE "C";
CREATE TABLE t (a positive, b name);
