-- 20 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/20] drop view public.v: uses column public.g.id, which is recreated
DROP VIEW public.v;

-- [2/20] drop server u: foreign data wrapper: x -> w; type: old -> new
DROP SERVER u;

-- [3/20] alter foreign-data wrapper w: validator: pg_catalog.postgresql_fdw_validator -> none
ALTER FOREIGN DATA WRAPPER w NO VALIDATOR;

-- [4/20] alter foreign-data wrapper x: options: debug=true, old=1 -> debug=false, fresh=1
ALTER FOREIGN DATA WRAPPER x OPTIONS (DROP old, SET debug 'false', ADD fresh '1');

-- [5/20] alter foreign-data wrapper y: validator: none -> pg_catalog.postgresql_fdw_validator
ALTER FOREIGN DATA WRAPPER y VALIDATOR pg_catalog.postgresql_fdw_validator;

-- [6/20] alter server s: version: 15 -> 16; options: host=db.example, port=5432 -> host=db2.example, dbname=d
ALTER SERVER s VERSION '16' OPTIONS (DROP port, SET host 'db2.example', ADD dbname 'd');

-- [7/20] create server u: foreign data wrapper: x -> w; type: old -> new
CREATE SERVER u TYPE 'new' FOREIGN DATA WRAPPER w;

-- [8/20] alter user mapping FOR PUBLIC SERVER s: options: user=(hidden), password=(hidden) -> user=(hidden), password=(hidden)
-- holds what is not printed: schemadiff apply runs it
-- ALTER USER MAPPING FOR PUBLIC SERVER s OPTIONS (SET password '(hidden)');

-- [9/20] alter table public.f: foreign options: table_name=far -> table_name=near, schema_name=x
ALTER FOREIGN TABLE public.f OPTIONS (SET table_name 'near', ADD schema_name 'x');

-- [10/20] alter column public.f.id: type: integer -> bigint; not null: no -> yes; foreign options: column_name=ident -> column_name=number
ALTER TABLE public.f ALTER COLUMN id TYPE bigint;

-- [11/20] alter column public.f.id: type: integer -> bigint; not null: no -> yes; foreign options: column_name=ident -> column_name=number
ALTER TABLE public.f ALTER COLUMN id OPTIONS (SET column_name 'number');

-- [12/20] alter column public.f.id: type: integer -> bigint; not null: no -> yes; foreign options: column_name=ident -> column_name=number
ALTER TABLE public.f ALTER COLUMN id SET NOT NULL;

-- [13/20] alter column public.f.name: foreign options: none -> column_name=n
ALTER TABLE public.f ALTER COLUMN name OPTIONS (ADD column_name 'n');

-- [14/20] create column public.f.fresh
ALTER TABLE public.f ADD COLUMN fresh integer;

-- [15/20] alter comment on server t: text: before -> changed
COMMENT ON SERVER t IS 'changed';

-- [16/20] drop column public.f.gone
ALTER TABLE public.f DROP COLUMN gone;

-- [17/20] drop table public.g: server: s -> t
DROP FOREIGN TABLE public.g;

-- [18/20] create table public.g: server: s -> t
CREATE FOREIGN TABLE public.g (
    id integer
)
SERVER t;

-- [19/20] create view public.v: uses column public.g.id, which is recreated
SET LOCAL search_path = public;
CREATE VIEW public.v AS
SELECT id FROM g;

-- [20/20] create comment on table public.g
COMMENT ON FOREIGN TABLE public.g IS 'stays';

COMMIT;
