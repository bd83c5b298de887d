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

-- [1/2] create rows public.exchanges: 1 row
INSERT INTO public.exchanges (id, name)
VALUES
    (41, 'coinbase');

-- [2/2] alter rows public.exchanges: the sequence of id goes on behind the highest declared key, 41
SELECT pg_catalog.setval('public.exchanges_id_seq', 41) FROM public.exchanges_id_seq
WHERE last_value < 41 OR (last_value = 41 AND NOT is_called);

COMMIT;
