-- 8 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/8] rename statistics public.stats: renamed from public.s
ALTER STATISTICS public.s RENAME TO stats;

-- [2/8] rename index public.sorted_by_b: renamed from public.by_b
ALTER INDEX public.by_b RENAME TO sorted_by_b;

-- [3/8] rename constraint public.t.b_above_zero: renamed from b_positive
ALTER TABLE public.t RENAME CONSTRAINT b_positive TO b_above_zero;

-- [4/8] rename constraint public.t.t_key: renamed from t_pkey
ALTER TABLE public.t RENAME CONSTRAINT t_pkey TO t_key;

-- [5/8] rename rule public.t.ru: renamed from r
ALTER RULE r ON public.t RENAME TO ru;

-- [6/8] rename trigger public.t.tri: renamed from g
ALTER TRIGGER g ON public.t RENAME TO tri;

-- [7/8] rename policy public.t.pol: renamed from p
ALTER POLICY p ON public.t RENAME TO pol;

-- [8/8] alter comment on policy public.t.pol: text: a policy -> another comment
COMMENT ON POLICY pol ON public.t IS 'another comment';

COMMIT;
