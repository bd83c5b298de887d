-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] alter rows public.exchanges: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: exchanges[name=coinbase].rest_url: was https://edited
UPDATE public.exchanges
SET rest_url = NULL
WHERE name = 'coinbase';

-- [2/2] drop rows public.exchanges: 1 row
-- ! data-loss: 1 row that nobody declares is deleted: exchanges[name=kraken]
DELETE FROM public.exchanges AS live
USING (VALUES
    (CAST('kraken' AS character varying(50)))) AS surplus (k1)
WHERE live.name = surplus.k1;

COMMIT;
