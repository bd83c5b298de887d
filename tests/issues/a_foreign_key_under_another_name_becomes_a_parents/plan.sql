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

-- [1/3] drop constraint public.changed.changed_b_fkey: foreign key: REFERENCES public.r (id) -> REFERENCES public.r (id) ON DELETE CASCADE
ALTER TABLE public.changed DROP CONSTRAINT changed_b_fkey;

-- [2/3] alter table public.one: partition of: none -> public.t FOR VALUES IN (1)
-- ! full-scan: reads all of public.one to see that its rows fit the bounds
ALTER TABLE public.t ATTACH PARTITION public.one FOR VALUES IN (1);

-- [3/3] create constraint public.changed.changed_b_fkey: foreign key: REFERENCES public.r (id) -> REFERENCES public.r (id) ON DELETE CASCADE
-- ! full-scan: reads all of public.changed while nobody can write to it
ALTER TABLE public.changed
    ADD CONSTRAINT changed_b_fkey FOREIGN KEY (b) REFERENCES public.r (id) ON DELETE CASCADE;

COMMIT;
