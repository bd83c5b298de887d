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

-- [1/5] create rows public.base: 1 row
INSERT INTO public.base (id, v)
VALUES
    (3, 'comes');

-- [2/5] alter rows public.base: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: base[id=1].v: was b
UPDATE ONLY public.base
SET v = 'changes'
WHERE id = 1;

-- [3/5] create rows public.codes: 1 row
INSERT INTO public.codes (code)
VALUES
    ('b');

-- [4/5] create rows public.more_codes: 1 row
INSERT INTO public.more_codes (code)
VALUES
    ('d');

-- [5/5] drop rows public.base: 1 row
-- ! data-loss: 1 row that nobody declares is deleted: base[id=2]
DELETE FROM ONLY public.base AS live
USING (VALUES
    (CAST(2 AS integer))) AS surplus (k1)
WHERE live.id = surplus.k1;

COMMIT;
