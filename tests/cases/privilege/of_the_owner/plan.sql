-- 3 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/3] alter owner of table public.ledger: role: postgres -> keeper
-- ! breaks-clients: postgres loses its rights as the owner of public.ledger
ALTER TABLE public.ledger OWNER TO keeper;

-- [2/3] alter privilege of the owner on table public.archive: privileges: SELECT, REFERENCES, TRIGGER -> SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER
GRANT UPDATE, DELETE, TRUNCATE ON TABLE public.archive TO keeper;

-- [3/3] alter privilege of the owner on table public.ledger: privileges: SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER -> SELECT, INSERT
-- ! breaks-clients: the owner loses UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER on public.ledger
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.ledger FROM keeper;

COMMIT;
