-- 9 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/9] drop comment on sequence public.u.id
COMMENT ON SEQUENCE public.u_id_seq IS NULL;

-- [2/9] create table public.y
CREATE TABLE public.y (
    id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.y_numbers)
);

-- [3/9] alter column public.t.n: not null: no -> yes; identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
-- ! full-scan: reads all of public.t while nobody can use it; fails if there is a NULL
ALTER TABLE public.t ALTER COLUMN n SET NOT NULL;

-- [4/9] alter column public.t.n: not null: no -> yes; identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER TABLE public.t ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY;

-- [5/9] alter column public.t.n: not null: no -> yes; identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
SELECT setval(pg_get_serial_sequence('public.t', 'n'), max(n))
    FROM public.t HAVING max(n) >= 1;

-- [6/9] alter column public.v.id: identity: always, sequence public.v_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> none
-- ! data-loss: drops the sequence of the identity column and forgets where it stands
ALTER TABLE public.v ALTER COLUMN id DROP IDENTITY;

-- [7/9] alter comment on sequence public.t.id: text: old words -> new words
COMMENT ON SEQUENCE public.t_id_seq IS 'new words';

-- [8/9] create comment on sequence public.t.n
COMMENT ON SEQUENCE public.t_n_seq IS 'of a new one';

-- [9/9] create comment on sequence public.y.id
COMMENT ON SEQUENCE public.y_numbers IS 'of a new table';

COMMIT;
