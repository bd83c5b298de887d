-- 6 steps; run with psql -v ON_ERROR_STOP=1

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET datestyle = 'ISO, YMD';
SET intervalstyle = 'postgres';
SET xmloption = content;
SET check_function_bodies = off;
SET default_tablespace = '';
SET default_table_access_method = heap;
SET default_toast_compression = 'pglz';
SET search_path = pg_catalog;
SET lock_timeout = '3s';

BEGIN;

-- [1/6] create table public.seen
SET LOCAL search_path = DEFAULT;
CREATE TABLE public.seen (
    a integer
);

-- [2/6] create comment on table public.seen
COMMENT ON TABLE public.seen IS 'not seen by the new ones';

-- [3/6] create event trigger audit
CREATE EVENT TRIGGER audit
    ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE', 'DROP TABLE')
    EXECUTE FUNCTION public.log_ddl();

-- [4/6] create comment on event trigger audit
COMMENT ON EVENT TRIGGER audit IS 'who did it';

-- [5/6] create event trigger drops
CREATE EVENT TRIGGER drops
    ON sql_drop
    EXECUTE FUNCTION public.log_ddl();

-- [6/6] create event trigger drops
ALTER EVENT TRIGGER drops ENABLE ALWAYS;

COMMIT;
