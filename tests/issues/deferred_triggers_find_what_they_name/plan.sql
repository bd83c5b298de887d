-- 4 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/4] create function public.must_balance()
CREATE FUNCTION public.must_balance() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF (SELECT sum(amount) FROM entries) <> 0 THEN RAISE EXCEPTION 'unbalanced'; END IF;
  RETURN NULL;
END $$;

-- [2/4] create trigger public.entries.balanced
CREATE CONSTRAINT TRIGGER balanced
    AFTER INSERT OR UPDATE ON public.entries
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION public.must_balance();

-- [3/4] create rows public.entries: 2 rows
SET LOCAL search_path = DEFAULT;
INSERT INTO public.entries (id, amount)
VALUES
    (3, 7),
    (4, -7);

-- [4/4] create materialized view public.totals
SET LOCAL search_path = public;
CREATE MATERIALIZED VIEW public.totals AS
SELECT sum(amount) AS total FROM entries;

SET LOCAL search_path = DEFAULT;
COMMIT;
