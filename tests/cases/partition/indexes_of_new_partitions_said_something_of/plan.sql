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

-- [1/20] create table public.log_1
CREATE TABLE public.log_1 (
    LIKE public.log INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION,
    CONSTRAINT log_1_pkey PRIMARY KEY (id)
);

-- [2/20] alter table public.log_1
ALTER TABLE public.log_1 REPLICA IDENTITY USING INDEX log_1_pkey;

-- [3/20] create table public.log_2
CREATE TABLE public.log_2 (
    LIKE public.log INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION,
    CONSTRAINT log_2_key PRIMARY KEY (id) WITH (fillfactor=60)
);

-- [4/20] create index public.log_1_at_idx
CREATE INDEX log_1_at_idx ON public.log_1 (at)
    WITH (fillfactor=70);

-- [5/20] create index public.log_1_at_idx
ALTER TABLE public.log_1 CLUSTER ON log_1_at_idx;

-- [6/20] create index public.log_1_lower_idx
SET LOCAL search_path = public;
CREATE INDEX log_1_lower_idx ON public.log_1 (lower(who));

-- [7/20] create table public.log_1
ALTER TABLE public.log ATTACH PARTITION public.log_1 FOR VALUES FROM (0) TO (10);

-- [8/20] create index public.log_1_lower_idx
ALTER INDEX public.log_1_lower_idx ALTER COLUMN 1 SET STATISTICS 300;

-- [9/20] create index public.log_2_at
CREATE INDEX log_2_at ON public.log_2 (at)
    WITH (fillfactor=80);

-- [10/20] create table public.log_2
ALTER TABLE public.log ATTACH PARTITION public.log_2 FOR VALUES FROM (10) TO (20);

-- [11/20] create comment on index public.log_1_at_idx
COMMENT ON INDEX public.log_1_at_idx IS 'the first';

-- [12/20] create comment on index public.log_2_key
COMMENT ON INDEX public.log_2_key IS 'a key';

-- [13/20] create table public.log_3
CREATE TABLE public.log_3 (
    LIKE public.log INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION
)
PARTITION BY RANGE (id);

-- [14/20] create table public.log_3a
CREATE TABLE public.log_3a PARTITION OF public.log_3 (
    CONSTRAINT log_3a_pkey PRIMARY KEY (id)
)
FOR VALUES FROM (20) TO (25);

-- [15/20] create constraint public.log_3.log_3_pkey
ALTER TABLE public.log_3 ADD CONSTRAINT log_3_pkey PRIMARY KEY (id);

-- [16/20] create constraint public.log_3a.log_3a_pkey
ALTER TABLE public.log_3a CLUSTER ON log_3a_pkey;

-- [17/20] create index public.log_3a_at_idx
CREATE INDEX log_3a_at_idx ON public.log_3a (at)
    WITH (fillfactor=80);

-- [18/20] create index public.log_3_at
CREATE INDEX log_3_at ON public.log_3 (at)
    WITH (fillfactor=80);

-- [19/20] create table public.log_3
ALTER TABLE public.log ATTACH PARTITION public.log_3 FOR VALUES FROM (20) TO (30);

-- [20/20] create comment on index public.log_3a_at_idx
COMMENT ON INDEX public.log_3a_at_idx IS 'deep';

COMMIT;
