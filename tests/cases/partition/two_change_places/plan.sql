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

-- [1/4] alter table public.new: partition of: public.this_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') -> public.last_year FOR VALUES FROM ('2021-01-01')…
-- ! breaks-clients: queries of public.this_year no longer see its rows
ALTER TABLE public.this_year DETACH PARTITION public.new;

-- [2/4] alter table public.old: partition of: public.last_year FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') -> public.this_year FOR VALUES FROM ('2020-01-01')…
-- ! breaks-clients: queries of public.last_year no longer see its rows
ALTER TABLE public.last_year DETACH PARTITION public.old;

-- [3/4] alter table public.new: partition of: public.this_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') -> public.last_year FOR VALUES FROM ('2021-01-01')…
-- ! full-scan: reads all of public.new to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.last_year
    ATTACH PARTITION public.new FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- [4/4] alter table public.old: partition of: public.last_year FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') -> public.this_year FOR VALUES FROM ('2020-01-01')…
-- ! full-scan: reads all of public.old to see that its rows fit the bounds
ALTER TABLE public.this_year
    ATTACH PARTITION public.old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

COMMIT;
