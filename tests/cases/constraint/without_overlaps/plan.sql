-- 2 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/2] create constraint public.rooms.rooms_pkey
-- ! blocking-index-build: nobody can use public.rooms while its index is built
ALTER TABLE public.rooms ADD CONSTRAINT rooms_pkey PRIMARY KEY (id, during WITHOUT OVERLAPS);

-- [2/2] create constraint public.stays.in_rooms
-- ! full-scan: reads all of public.stays while nobody can write to it
ALTER TABLE public.stays
    ADD CONSTRAINT in_rooms FOREIGN KEY (room, PERIOD during) REFERENCES public.rooms (id, PERIOD during);

COMMIT;
