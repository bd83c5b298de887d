CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'what the application owns';
CREATE TABLE app.t (id integer);
