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

-- [1/10] drop view public.taxes: uses column public.sales_1.tax, which is recreated
DROP VIEW public.taxes;

-- [2/10] drop column public.sales.tax: generated: ((price * 2)) stored -> (price * 3) stored
-- ! breaks-clients: the column comes back at the end of the row
ALTER TABLE public.sales DROP COLUMN tax;

-- [3/10] create column public.sales.tax: generated: ((price * 2)) stored -> (price * 3) stored
-- ! table-rewrite: writes public.sales anew: each row gets a value of its own
SET LOCAL search_path = public;
ALTER TABLE public.sales ADD COLUMN tax integer GENERATED ALWAYS AS (price * 3) STORED;

-- [4/10] create column public.sales_1.tax: generated: ((price * 2)) stored -> (price * 3) stored
ALTER TABLE public.sales_1 ALTER COLUMN tax SET STATISTICS 50;

-- [5/10] create constraint public.sales_1.taxed: uses column public.sales_1.tax, which is recreated
-- ! full-scan: reads all of public.sales_1 while nobody can use it
ALTER TABLE public.sales_1 ADD CONSTRAINT taxed CHECK (tax > 0);

-- [6/10] create index public.sales_1_tax: uses column public.sales_1.tax, which is recreated
-- ! blocking-index-build: nobody can write to public.sales_1 while it is built
CREATE INDEX sales_1_tax ON public.sales_1 (tax);

-- [7/10] create view public.taxes: uses column public.sales_1.tax, which is recreated
CREATE VIEW public.taxes AS
SELECT tax FROM sales_1;

-- [8/10] create comment on column public.sales_1.tax
COMMENT ON COLUMN public.sales_1.tax IS 'of the first';

-- [9/10] create comment on column public.sales_2.tax
COMMENT ON COLUMN public.sales_2.tax IS 'of the second';

-- [10/10] create privilege of reader on column public.sales_1.tax
GRANT SELECT (tax) ON TABLE public.sales_1 TO reader;

COMMIT;
