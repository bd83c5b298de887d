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

-- [1/4] alter enum public.mood: labels: b, d -> a, a2, b, c, d, e
ALTER TYPE public.mood ADD VALUE 'a' BEFORE 'b';

-- [2/4] alter enum public.mood: labels: b, d -> a, a2, b, c, d, e
ALTER TYPE public.mood ADD VALUE 'a2' AFTER 'a';

-- [3/4] alter enum public.mood: labels: b, d -> a, a2, b, c, d, e
ALTER TYPE public.mood ADD VALUE 'c' AFTER 'b';

-- [4/4] alter enum public.mood: labels: b, d -> a, a2, b, c, d, e
ALTER TYPE public.mood ADD VALUE 'e';

COMMIT;
