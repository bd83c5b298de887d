-- 14 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/14] alter sequence public.below: options: start -5 increment 1 minvalue -5 maxvalue 9223372036854775807 cache 1 no cycle -> start 1 increment 1 minvalue 1 ma…
SELECT setval('public.below', 1, false) FROM public.below WHERE NOT is_called;

-- [2/14] alter sequence public.below: options: start -5 increment 1 minvalue -5 maxvalue 9223372036854775807 cache 1 no cycle -> start 1 increment 1 minvalue 1 ma…
ALTER SEQUENCE public.below MINVALUE 1 START WITH 1;

-- [3/14] alter sequence public.small: type: smallint -> integer; options: start 1 increment 1 minvalue 1 maxvalue 32767 cache 1 no cycle -> start 100000 increment…
ALTER SEQUENCE public.small AS integer;

-- [4/14] alter sequence public.small: type: smallint -> integer; options: start 1 increment 1 minvalue 1 maxvalue 32767 cache 1 no cycle -> start 100000 increment…
SELECT setval('public.small', 100000, false) FROM public.small WHERE NOT is_called;

-- [5/14] alter sequence public.small: type: smallint -> integer; options: start 1 increment 1 minvalue 1 maxvalue 32767 cache 1 no cycle -> start 100000 increment…
ALTER SEQUENCE public.small MINVALUE 100000 START WITH 100000;

-- [6/14] alter sequence public.turned: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start -1 increment -1 minvalue -92…
ALTER SEQUENCE public.turned MINVALUE -9223372036854775808;

-- [7/14] alter sequence public.turned: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start -1 increment -1 minvalue -92…
SELECT setval('public.turned', -1, false) FROM public.turned WHERE NOT is_called;

-- [8/14] alter sequence public.turned: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start -1 increment -1 minvalue -92…
ALTER SEQUENCE public.turned INCREMENT BY -1 MAXVALUE -1 START WITH -1;

-- [9/14] alter sequence public.unused: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start 100 increment 1 minvalue 100…
SELECT setval('public.unused', 100, false) FROM public.unused WHERE NOT is_called;

-- [10/14] alter sequence public.unused: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start 100 increment 1 minvalue 10…
ALTER SEQUENCE public.unused MINVALUE 100 START WITH 100;

-- [11/14] alter sequence public.used: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start 100 increment 1 minvalue 100 …
SELECT setval('public.used', 100, false) FROM public.used WHERE NOT is_called;

-- [12/14] alter sequence public.used: options: start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1 no cycle -> start 100 increment 1 minvalue 100 …
ALTER SEQUENCE public.used MINVALUE 100 START WITH 100;

-- [13/14] alter column public.t.id: identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sta…
SELECT setval('public.t_id_seq', 1000, false) FROM public.t_id_seq WHERE NOT is_called;

-- [14/14] alter column public.t.id: identity: always, sequence public.t_id_seq, start 1 increment 1 minvalue 1 maxvalue 2147483647 cache 1 no cycle -> always, sta…
ALTER TABLE public.t ALTER COLUMN id SET MINVALUE 1000 SET START WITH 1000;

COMMIT;
