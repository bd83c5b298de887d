-- 10 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/10] alter table public.payments_2025: inherits: public.payments -> none; partition of: none -> public.payments FOR VALUES FROM ('2025-01-01') TO ('2026-01-01…
ALTER TABLE public.payments_2025 NO INHERIT public.payments;

-- [2/10] drop constraint public.payments_2025.payments_2025_paid_check
ALTER TABLE public.payments_2025 DROP CONSTRAINT payments_2025_paid_check;

-- [3/10] alter table public.payments: partition key: none -> RANGE (paid)
ALTER TABLE public.payments RENAME TO payments_old;

-- [4/10] create table public.payments: partition key: none -> RANGE (paid)
CREATE TABLE public.payments (
    id integer,
    customer integer,
    paid date
)
PARTITION BY RANGE (paid);

-- [5/10] create table public.payments_2026
SET LOCAL search_path = public;
CREATE TABLE public.payments_2026 PARTITION OF public.payments
FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- [6/10] alter column public.payments_2025.id: not null: yes -> no
ALTER TABLE public.payments_2025 ALTER COLUMN id DROP NOT NULL;

-- [7/10] alter table public.payments_2025: inherits: public.payments -> none; partition of: none -> public.payments FOR VALUES FROM ('2025-01-01') TO ('2026-01-01…
-- ! full-scan: reads all of public.payments_2025 to see that its rows fit the bounds
ALTER TABLE public.payments
    ATTACH PARTITION public.payments_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- [8/10] alter table public.payments: partition key: none -> RANGE (paid)
-- ! table-rewrite: copies all rows of public.payments while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.payments (id, customer, paid)
        SELECT id, customer, paid FROM ONLY public.payments_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM ONLY public.payments_old) THEN
        RAISE EXCEPTION 'only % rows of ONLY public.payments_old went over to public.payments', moved;
    END IF;
END
$$;

-- [9/10] create index public.payments_2026_id
CREATE INDEX payments_2026_id ON public.payments_2026 (id);

-- [10/10] drop table public.payments: partition key: none -> RANGE (paid)
DROP TABLE public.payments_old;

COMMIT;
