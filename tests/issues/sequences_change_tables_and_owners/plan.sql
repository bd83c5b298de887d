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

-- [1/9] alter sequence public.leaves: owned by: public.t.n -> none
ALTER SEQUENCE public.leaves OWNED BY NONE;

-- [2/9] alter sequence public.moves: owned by: public.from_here.id -> public.to_there.id
ALTER SEQUENCE public.moves OWNED BY NONE;

-- [3/9] alter owner of sequence public.comes: role: postgres -> reader
-- ! breaks-clients: postgres loses its rights as the owner of public.comes
ALTER SEQUENCE public.comes OWNER TO reader;

-- [4/9] alter owner of sequence public.leaves: role: app -> postgres
-- ! breaks-clients: app loses its rights as the owner of public.leaves
ALTER SEQUENCE public.leaves OWNER TO postgres;

-- [5/9] alter owner of sequence public.moves: role: app -> keeper
-- ! breaks-clients: app loses its rights as the owner of public.moves
ALTER SEQUENCE public.moves OWNER TO keeper;

-- [6/9] alter owner of table public.t: role: app -> reader
-- ! breaks-clients: app loses its rights as the owner of public.t
ALTER TABLE public.t OWNER TO reader;

-- [7/9] alter sequence public.comes: owned by: none -> public.t.n
ALTER SEQUENCE public.comes OWNED BY public.t.n;

-- [8/9] alter owner of table public.to_there: role: postgres -> keeper
-- ! breaks-clients: postgres loses its rights as the owner of public.to_there
ALTER TABLE public.to_there OWNER TO keeper;

-- [9/9] alter sequence public.moves: owned by: public.from_here.id -> public.to_there.id
ALTER SEQUENCE public.moves OWNED BY public.to_there.id;

COMMIT;
