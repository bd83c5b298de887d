-- 1 step; run with psql -v ON_ERROR_STOP=1

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

-- [1/1] alter table public.t: c: type: public.ct -> jsonb; d: type: date -> jsonb; e: type: public.e -> character(4); f: type: public.e -> character varying(4); g…
-- ! table-rewrite: writes public.t and its indexes anew while nobody can use it
-- ! data-loss: not every public.ct of public.t.c is known to keep its value as jsonb
-- ! data-loss: not every date of public.t.d is known to keep its value as jsonb
-- ! data-loss: not every public.e of public.t.e is known to keep its value as character(4)
-- ! data-loss: not every public.e of public.t.f is known to keep its value as character varying(4)
-- ! data-loss: not every public.e of public.t.g is known to keep its value as jsonb
-- ! data-loss: not every jsonb[] of public.t.i is known to keep its value as jsonb
-- ! data-loss: not every integer[] of public.t.n is known to keep its value as json
-- ! data-loss: not every integer of public.t.x is known to keep its value as jsonb
ALTER TABLE public.t
    ALTER COLUMN c TYPE jsonb USING to_jsonb(c),
    ALTER COLUMN d TYPE jsonb USING to_jsonb(d),
    ALTER COLUMN e TYPE character(4),
    ALTER COLUMN f TYPE character varying(4),
    ALTER COLUMN g TYPE jsonb USING to_jsonb(g),
    ALTER COLUMN i TYPE jsonb USING to_jsonb(i),
    ALTER COLUMN n TYPE json USING to_json(n),
    ALTER COLUMN x TYPE jsonb USING to_jsonb(x);

COMMIT;
