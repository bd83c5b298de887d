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

-- [1/8] alter table public.new: partition of: public.this_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') -> public.last_year FOR VALUES FROM ('2021-01-01')…
-- ! breaks-clients: queries of public.this_year no longer see its rows
ALTER TABLE public.this_year DETACH PARTITION public.new;

-- [2/8] alter table public.old: partition of: public.last_year FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') -> public.this_year FOR VALUES FROM ('2020-01-01')…
-- ! breaks-clients: queries of public.last_year no longer see its rows
ALTER TABLE public.last_year DETACH PARTITION public.old;

-- [3/8] alter column public.new.day: not null constraint: this_year_day_not_null -> last_year_day_not_null
ALTER TABLE public.new RENAME CONSTRAINT this_year_day_not_null TO last_year_day_not_null;

-- [4/8] alter column public.new.id: not null constraint: this_year_id_not_null -> last_year_id_not_null
ALTER TABLE public.new RENAME CONSTRAINT this_year_id_not_null TO last_year_id_not_null;

-- [5/8] alter table public.new: partition of: public.this_year FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') -> public.last_year FOR VALUES FROM ('2021-01-01')…
-- ! full-scan: reads all of public.new to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.last_year
    ATTACH PARTITION public.new FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- [6/8] alter column public.old.day: not null constraint: last_year_day_not_null -> this_year_day_not_null
ALTER TABLE public.old RENAME CONSTRAINT last_year_day_not_null TO this_year_day_not_null;

-- [7/8] alter column public.old.id: not null constraint: last_year_id_not_null -> this_year_id_not_null
ALTER TABLE public.old RENAME CONSTRAINT last_year_id_not_null TO this_year_id_not_null;

-- [8/8] alter table public.old: partition of: public.last_year FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') -> public.this_year FOR VALUES FROM ('2020-01-01')…
-- ! full-scan: reads all of public.old to see that its rows fit the bounds
ALTER TABLE public.this_year
    ATTACH PARTITION public.old FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

COMMIT;
