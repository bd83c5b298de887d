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

-- [1/12] alter table public.pay_1: inherits: none -> public.pay; partition of: public.pay FOR VALUES FROM ('2025-01-01') TO ('2025-02-01') -> none
ALTER TABLE public.pay DETACH PARTITION public.pay_1;

-- [2/12] alter table public.pay_2: inherits: none -> public.pay; partition of: public.pay FOR VALUES FROM ('2025-02-01') TO ('2025-03-01') -> none
ALTER TABLE public.pay DETACH PARTITION public.pay_2;

-- [3/12] alter table public.pay: partition key: RANGE (at) -> none
ALTER TABLE public.pay RENAME TO pay_old;

-- [4/12] create table public.pay: partition key: RANGE (at) -> none
CREATE TABLE public.pay (
    id integer DEFAULT nextval('public.pay_id_seq'::regclass) NOT NULL,
    at date NOT NULL,
    amt integer
);

-- [5/12] alter sequence public.pay_id_seq: its table is made anew
ALTER SEQUENCE public.pay_id_seq OWNED BY public.pay.id;

-- [6/12] alter table public.pay: partition key: RANGE (at) -> none
-- ! table-rewrite: copies all rows of public.pay while nobody can use it
DO $$
DECLARE
    moved bigint;
BEGIN
    INSERT INTO public.pay (id, at, amt)
        SELECT id, at, amt FROM public.pay_old;
    GET DIAGNOSTICS moved = ROW_COUNT;
    IF moved <> (SELECT count(*) FROM public.pay_old) THEN
        RAISE EXCEPTION 'only % rows of public.pay_old went over to public.pay', moved;
    END IF;
END
$$;

-- [7/12] create constraint public.pay_1.c1
-- ! full-scan: reads all of public.pay_1 while nobody can use it
SET LOCAL search_path = public;
ALTER TABLE public.pay_1 ADD CONSTRAINT c1 CHECK (at >= '2025-01-01' AND at < '2025-02-01');

-- [8/12] alter table public.pay_1: inherits: none -> public.pay; partition of: public.pay FOR VALUES FROM ('2025-01-01') TO ('2025-02-01') -> none
ALTER TABLE public.pay_1 INHERIT public.pay;

-- [9/12] create constraint public.pay_2.c2
-- ! full-scan: reads all of public.pay_2 while nobody can use it
ALTER TABLE public.pay_2 ADD CONSTRAINT c2 CHECK (at >= '2025-02-01' AND at < '2025-03-01');

-- [10/12] alter table public.pay_2: inherits: none -> public.pay; partition of: public.pay FOR VALUES FROM ('2025-02-01') TO ('2025-03-01') -> none
ALTER TABLE public.pay_2 INHERIT public.pay;

-- [11/12] drop table public.pay_d
DROP TABLE public.pay_d;

-- [12/12] drop table public.pay: partition key: RANGE (at) -> none
DROP TABLE public.pay_old;

COMMIT;
