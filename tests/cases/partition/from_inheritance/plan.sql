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

-- [1/12] alter table public.pay_1: inherits: public.pay -> none; partition of: none -> public.pay FOR VALUES FROM ('2025-01-01') TO ('2025-02-01')
ALTER TABLE public.pay_1 NO INHERIT public.pay;

-- [2/12] drop constraint public.pay_1.c1
ALTER TABLE public.pay_1 DROP CONSTRAINT c1;

-- [3/12] alter table public.pay_2: inherits: public.pay -> none; partition of: none -> public.pay FOR VALUES FROM ('2025-02-01') TO ('2025-03-01')
ALTER TABLE public.pay_2 NO INHERIT public.pay;

-- [4/12] drop constraint public.pay_2.c2
ALTER TABLE public.pay_2 DROP CONSTRAINT c2;

-- [5/12] alter table public.pay: partition key: none -> RANGE (at)
ALTER TABLE public.pay RENAME TO pay_old;

-- [6/12] create table public.pay: partition key: none -> RANGE (at)
CREATE TABLE public.pay (
    id integer DEFAULT nextval('public.pay_id_seq'::regclass) NOT NULL,
    at date NOT NULL,
    amt integer
)
PARTITION BY RANGE (at);

-- [7/12] alter sequence public.pay_id_seq: its table is made anew
ALTER SEQUENCE public.pay_id_seq OWNED BY public.pay.id;

-- [8/12] alter table public.pay_1: inherits: public.pay -> none; partition of: none -> public.pay FOR VALUES FROM ('2025-01-01') TO ('2025-02-01')
-- ! full-scan: reads all of public.pay_1 to see that its rows fit the bounds
SET LOCAL search_path = public;
ALTER TABLE public.pay
    ATTACH PARTITION public.pay_1 FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');

-- [9/12] alter table public.pay_2: inherits: public.pay -> none; partition of: none -> public.pay FOR VALUES FROM ('2025-02-01') TO ('2025-03-01')
-- ! full-scan: reads all of public.pay_2 to see that its rows fit the bounds
ALTER TABLE public.pay
    ATTACH PARTITION public.pay_2 FOR VALUES FROM ('2025-02-01') TO ('2025-03-01');

-- [10/12] create table public.pay_d
CREATE TABLE public.pay_d PARTITION OF public.pay
DEFAULT;

-- [11/12] alter table public.pay: partition key: none -> RANGE (at)
-- ! table-rewrite: copies all rows of public.pay while nobody can use it; fails, and nothing is changed, if a row fits no partition
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.pay (id, at, amt)
        SELECT id, at, amt FROM ONLY public.pay_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM ONLY public.pay_old) THEN
        RAISE EXCEPTION 'only % rows of ONLY public.pay_old went over to public.pay', moved;
    END IF;
END
$$;

-- [12/12] drop table public.pay: partition key: none -> RANGE (at)
DROP TABLE public.pay_old;

COMMIT;
