-- 12 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/12] alter table public.p4: partition of: public.p FOR VALUES FROM (4) TO (5) -> public.p FOR VALUES FROM (4) TO (6)
SET LOCAL search_path = DEFAULT;
ALTER TABLE public.p DETACH PARTITION public.p4;

-- [2/12] alter table public.p4: partition of: public.p FOR VALUES FROM (4) TO (5) -> public.p FOR VALUES FROM (4) TO (6)
-- ! full-scan: reads all of public.p4 to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.p ATTACH PARTITION public.p4 FOR VALUES FROM (4) TO (6);

-- [3/12] create table public.p6
CREATE TABLE public.p6 PARTITION OF public.p
FOR VALUES FROM (6) TO (7);

-- [4/12] create trigger public.p.new
CREATE TRIGGER new
    AFTER INSERT ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [5/12] alter trigger public.p.replaced: on delete: no -> yes
CREATE OR REPLACE TRIGGER replaced
    AFTER DELETE OR UPDATE ON public.p
    FOR EACH ROW
    EXECUTE FUNCTION public.f();

-- [6/12] alter trigger public.p1.altered: enabled: disabled -> enabled
ALTER TABLE public.p1 ENABLE TRIGGER altered;

-- [7/12] alter trigger public.p1.replaced: enabled: enabled -> disabled
ALTER TABLE public.p1 DISABLE TRIGGER replaced;

-- [8/12] alter trigger public.p2.altered: enabled: enabled -> disabled
ALTER TABLE ONLY public.p2 DISABLE TRIGGER altered;

-- [9/12] create trigger public.p2a.new
ALTER TABLE public.p2a DISABLE TRIGGER new;

-- [10/12] alter trigger public.p4.altered: enabled: enabled -> enabled always
ALTER TABLE public.p4 ENABLE ALWAYS TRIGGER altered;

-- [11/12] create trigger public.p4.kept: partition of: public.p FOR VALUES FROM (4) TO (5) -> public.p FOR VALUES FROM (4) TO (6)
ALTER TABLE public.p4 DISABLE TRIGGER kept;

-- [12/12] create trigger public.p6.altered
ALTER TABLE public.p6 DISABLE TRIGGER altered;

COMMIT;
