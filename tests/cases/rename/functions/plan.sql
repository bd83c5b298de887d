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

-- [1/10] rename table public.people: renamed from public.users
-- ! breaks-clients: whoever says public.users fails from here on
ALTER TABLE public.users RENAME TO people;

-- [2/10] rename function public.count_people(): renamed from public.count_users()
-- ! breaks-clients: whoever says public.count_users() fails from here on
ALTER ROUTINE public.count_users() RENAME TO count_people;

-- [3/10] rename procedure public.purge(integer): renamed from public.clean(integer)
-- ! breaks-clients: whoever says public.clean(integer) fails from here on
ALTER ROUTINE public.clean(integer) RENAME TO purge;

-- [4/10] rename function public.salute(text): renamed from public.greeting(text)
-- ! breaks-clients: whoever says public.greeting(text) fails from here on
ALTER ROUTINE public.greeting(text) RENAME TO salute;

-- [5/10] rename function public.stamp(): renamed from public.touch()
-- ! breaks-clients: whoever says public.touch() fails from here on
ALTER ROUTINE public.touch() RENAME TO stamp;

-- [6/10] rename function public.the_longer(text, text): renamed from public.longer(text, text)
-- ! breaks-clients: whoever says public.longer(text, text) fails from here on
ALTER ROUTINE public.longer(text, text) RENAME TO the_longer;

-- [7/10] rename aggregate public.the_longest(text): renamed from public.longest(text)
-- ! breaks-clients: whoever says public.longest(text) fails from here on
ALTER ROUTINE public.longest(text) RENAME TO the_longest;

-- [8/10] rename trigger public.people.stamped: renamed from touched
ALTER TRIGGER touched ON public.people RENAME TO stamped;

-- [9/10] alter function public.count_people(): body: SELECT count(*) FROM users -> SELECT count(*) FROM people
CREATE OR REPLACE FUNCTION public.count_people() RETURNS bigint
    LANGUAGE sql
    AS $$SELECT count(*) FROM people$$;

-- [10/10] alter procedure public.purge(integer): body: BEGIN DELETE FROM users; END -> BEGIN DELETE FROM people; END
CREATE OR REPLACE PROCEDURE public.purge(days integer)
    LANGUAGE plpgsql
    AS $$BEGIN DELETE FROM people; END$$;

COMMIT;
