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

-- [1/10] drop default public.t.id
ALTER TABLE public.t ALTER COLUMN id DROP DEFAULT;

-- [2/10] drop default public.u.id
ALTER TABLE public.u ALTER COLUMN id DROP DEFAULT;

-- [3/10] alter column public.t.id: identity: none -> always, start -1 increment -1 minvalue -2147483648 maxvalue -1 cache 1 no cycle
ALTER TABLE public.t
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_id_seq_old INCREMENT BY -1);

-- [4/10] alter column public.t.id: identity: none -> always, start -1 increment -1 minvalue -2147483648 maxvalue -1 cache 1 no cycle
SELECT setval('public.t_id_seq_old'::regclass, last_value, is_called)
    FROM public.t_id_seq
    WHERE last_value <= -1;

-- [5/10] alter column public.u.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER TABLE public.u
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.u_id_seq_old);

-- [6/10] alter column public.u.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
SELECT setval('public.u_id_seq_old'::regclass, last_value, is_called)
    FROM public.u_id_seq;

-- [7/10] drop sequence public.t_id_seq
DROP SEQUENCE public.t_id_seq;

-- [8/10] alter column public.t.id: identity: none -> always, start -1 increment -1 minvalue -2147483648 maxvalue -1 cache 1 no cycle
ALTER SEQUENCE public.t_id_seq_old RENAME TO t_id_seq;

-- [9/10] drop sequence public.u_id_seq
DROP SEQUENCE public.u_id_seq;

-- [10/10] alter column public.u.id: identity: none -> always, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle
ALTER SEQUENCE public.u_id_seq_old RENAME TO u_id_seq;

COMMIT;
