-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop event trigger by_event: event: ddl_command_end -> ddl_command_start
SET LOCAL search_path = DEFAULT;
DROP EVENT TRIGGER by_event;

-- [2/9] drop event trigger by_function: function: public.log_ddl -> public.log_more
DROP EVENT TRIGGER by_function;

-- [3/9] drop event trigger by_tags: tags: CREATE TABLE -> CREATE TABLE, CREATE VIEW
DROP EVENT TRIGGER by_tags;

-- [4/9] create event trigger by_event: event: ddl_command_end -> ddl_command_start
CREATE EVENT TRIGGER by_event
    ON ddl_command_start
    EXECUTE FUNCTION public.log_ddl();

-- [5/9] create comment on event trigger by_event
COMMENT ON EVENT TRIGGER by_event IS 'stays';

-- [6/9] create event trigger by_function: function: public.log_ddl -> public.log_more
CREATE EVENT TRIGGER by_function
    ON ddl_command_end
    EXECUTE FUNCTION public.log_more();

-- [7/9] create event trigger by_tags: tags: CREATE TABLE -> CREATE TABLE, CREATE VIEW
CREATE EVENT TRIGGER by_tags
    ON ddl_command_end
    WHEN TAG IN ('CREATE TABLE', 'CREATE VIEW')
    EXECUTE FUNCTION public.log_ddl();

-- [8/9] alter event trigger state: enabled: enabled -> disabled
ALTER EVENT TRIGGER state DISABLE;

-- [9/9] alter comment on event trigger state: text: before -> after
COMMENT ON EVENT TRIGGER state IS 'after';

COMMIT;
