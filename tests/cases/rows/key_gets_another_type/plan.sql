-- 26 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/26] rename enum public.letter: renamed from 'a'
-- ! breaks-clients: whoever says 'a' fails from here on
ALTER TYPE public.letter RENAME VALUE 'a' TO 'first';

-- [2/26] create enum public.other
CREATE TYPE public.other AS ENUM (
    'a'
);

-- [3/26] alter column public.exactly.k: type: integer -> text
-- ! table-rewrite: writes public.exactly and its indexes anew while nobody can use it
ALTER TABLE public.exactly ALTER COLUMN k TYPE text;

-- [4/26] alter column public.from_address.k: type: inet -> text
-- ! table-rewrite: writes public.from_address and its indexes anew while nobody can use it
-- ! data-loss: not every inet of public.from_address.k is known to keep its value as text
ALTER TABLE public.from_address ALTER COLUMN k TYPE text;

-- [5/26] alter column public.from_boolean.k: type: boolean -> integer
-- ! table-rewrite: writes public.from_boolean and its indexes anew while nobody can use it
-- ! data-loss: not every boolean of public.from_boolean.k is known to keep its value as integer
ALTER TABLE public.from_boolean ALTER COLUMN k TYPE integer USING k::integer;

-- [6/26] alter column public.from_enum.k: type: public.letter -> text
-- ! table-rewrite: writes public.from_enum and its indexes anew while nobody can use it
ALTER TABLE public.from_enum ALTER COLUMN k TYPE text;

-- [7/26] alter column public.from_number.k: type: integer -> text
-- ! table-rewrite: writes public.from_number and its indexes anew while nobody can use it
ALTER TABLE public.from_number ALTER COLUMN k TYPE text;

-- [8/26] alter column public.from_uuid.k: type: uuid -> character varying(40)
-- ! table-rewrite: writes public.from_uuid and its indexes anew while nobody can use it
-- ! data-loss: not every uuid of public.from_uuid.k is known to keep its value as character varying(40)
ALTER TABLE public.from_uuid ALTER COLUMN k TYPE character varying(40);

-- [9/26] alter column public.to_array.k: type: integer -> integer[]
-- ! table-rewrite: writes public.to_array and its indexes anew while nobody can use it
-- ! data-loss: not every integer of public.to_array.k is known to keep its value as integer[]
ALTER TABLE public.to_array
    ALTER COLUMN k TYPE integer[] USING CASE WHEN k IS NOT NULL THEN ARRAY[k]::integer[] END;

-- [10/26] alter column public.to_boolean.k: type: integer -> boolean
-- ! table-rewrite: writes public.to_boolean and its indexes anew while nobody can use it
-- ! data-loss: not every integer of public.to_boolean.k is known to keep its value as boolean
ALTER TABLE public.to_boolean ALTER COLUMN k TYPE boolean USING k::boolean;

-- [11/26] alter column public.to_enum.k: type: text -> public.other
-- ! table-rewrite: writes public.to_enum and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.to_enum.k is known to keep its value as public.other
ALTER TABLE public.to_enum ALTER COLUMN k TYPE public.other USING k::public.other;

-- [12/26] alter column public.to_number.k: type: text -> integer
-- ! table-rewrite: writes public.to_number and its indexes anew while nobody can use it
-- ! data-loss: not every text of public.to_number.k is known to keep its value as integer
ALTER TABLE public.to_number ALTER COLUMN k TYPE integer USING k::integer;

-- [13/26] alter table public.to_scale: k: type: integer -> numeric(5,2); v: type: numeric -> integer
-- ! table-rewrite: writes public.to_scale and its indexes anew while nobody can use it
-- ! data-loss: not every integer of public.to_scale.k is known to keep its value as numeric(5,2)
-- ! data-loss: not every numeric of public.to_scale.v is known to keep its value as integer
ALTER TABLE public.to_scale
    ALTER COLUMN k TYPE numeric(5,2),
    ALTER COLUMN v TYPE integer;

-- [14/26] alter rows public.from_address: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: from_address[k=10.0.0.1/32].v: was 1
UPDATE public.from_address
SET v = 2
WHERE k = '10.0.0.1/32';

-- [15/26] alter rows public.from_boolean: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: from_boolean[k=1].v: was 1
UPDATE public.from_boolean
SET v = 2
WHERE k = 1;

-- [16/26] alter rows public.from_enum: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: from_enum[k=first].v: was 1
UPDATE public.from_enum
SET v = 2
WHERE k = 'first';

-- [17/26] create rows public.from_number: 1 row
INSERT INTO public.from_number (k, v)
VALUES
    ('01', 1);

-- [18/26] alter rows public.from_number: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: from_number[k=1].v: was 1
UPDATE public.from_number
SET v = 2
WHERE k = '1';

-- [19/26] alter rows public.from_uuid: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: from_uuid[k=00000000-0000-0000-0000-000000000001].v: was 1
UPDATE public.from_uuid
SET v = 2
WHERE k = '00000000-0000-0000-0000-000000000001';

-- [20/26] alter rows public.renamed: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: renamed[k=first].v: was 1
UPDATE public.renamed
SET v = 2
WHERE k = 'first';

-- [21/26] alter rows public.to_array: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: to_array[k={1}].v: was 1
UPDATE public.to_array
SET v = 2
WHERE k = '{1}';

-- [22/26] alter rows public.to_boolean: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: to_boolean[k=true].v: was 1
UPDATE public.to_boolean
SET v = 2
WHERE k = true;

-- [23/26] alter rows public.to_enum: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: to_enum[k=a].v: was 1
UPDATE public.to_enum
SET v = 2
WHERE k = 'a';

-- [24/26] alter rows public.to_number: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: to_number[k=1].v: was 1
UPDATE public.to_number
SET v = 2
WHERE k = 1;

-- [25/26] alter rows public.to_scale: 1 row
-- ! overwrites-rows: 1 value that somebody may have put there on purpose is overwritten: to_scale[k=1.00].v: was 1
UPDATE public.to_scale
SET v = 2
WHERE k = 1.00;

-- [26/26] drop rows public.exactly: 1 row
-- ! data-loss: 1 row that nobody declares is deleted: exactly[k=2]
DELETE FROM public.exactly AS live
USING (VALUES
    (CAST('2' AS text))) AS surplus (k1)
WHERE live.k = surplus.k1;

COMMIT;
