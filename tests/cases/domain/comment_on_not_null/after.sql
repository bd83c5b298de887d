CREATE DOMAIN d AS int NOT NULL;
COMMENT ON CONSTRAINT d_not_null ON DOMAIN d IS 'by its usual name';
