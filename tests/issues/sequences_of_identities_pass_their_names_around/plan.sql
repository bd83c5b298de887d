-- 6 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/6] alter column public.a2.id: identity: always, sequence public.s2, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence p…
ALTER SEQUENCE public.s2 RENAME TO s3;

-- [2/6] alter column public.a1.id: identity: always, sequence public.s1, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence p…
ALTER SEQUENCE public.s1 RENAME TO s2;

-- [3/6] alter column public.b1.id: identity: always, sequence public.c1, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence p…
ALTER SEQUENCE public.c1 RENAME TO c1_old;

-- [4/6] alter column public.b3.id: identity: always, sequence public.c3, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence p…
ALTER SEQUENCE public.c3 RENAME TO c1;

-- [5/6] alter column public.b2.id: identity: always, sequence public.c2, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence p…
ALTER SEQUENCE public.c2 RENAME TO c3;

-- [6/6] alter column public.b1.id: identity: always, sequence public.c1, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sequence p…
ALTER SEQUENCE public.c1_old RENAME TO c2;

COMMIT;
