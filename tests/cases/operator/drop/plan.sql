-- 5 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/5] drop operator public.<#(public.pair, public.pair)
DROP OPERATOR public.<#(public.pair, public.pair);

-- [2/5] drop operator public.<=#(public.pair, public.pair)
DROP OPERATOR public.<=#(public.pair, public.pair);

-- [3/5] drop operator public.=#(public.pair, integer)
DROP OPERATOR public.=#(public.pair, integer);

-- [4/5] drop operator public.>#(public.pair, public.pair)
DROP OPERATOR public.>#(public.pair, public.pair);

-- [5/5] drop operator public.>=#(public.pair, public.pair)
DROP OPERATOR public.>=#(public.pair, public.pair);

COMMIT;
