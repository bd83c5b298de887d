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

-- [1/6] drop published table public.leaf in of_leaf
ALTER PUBLICATION of_leaf DROP TABLE ONLY public.leaf;

-- [2/6] drop published table public.tree in of_both
-- ! widens-access: subscribers get columns that they did not get
-- ! widens-access: subscribers get rows that the filter kept from them
ALTER PUBLICATION of_both DROP TABLE ONLY public.tree;

-- [3/6] drop published table public.tree in of_tree
ALTER PUBLICATION of_tree DROP TABLE ONLY public.tree;

-- [4/6] alter view public.few: options: check_option=cascaded -> none
-- ! widens-access: who may write through the view may write rows that it hides
ALTER VIEW public.few RESET (check_option);

-- [5/6] create published table public.leaf in of_tree
-- ! widens-access: subscribers get columns that they did not get
-- ! widens-access: subscribers get rows that the filter kept from them
ALTER PUBLICATION of_tree ADD TABLE ONLY public.leaf;

-- [6/6] create published table public.tree in of_leaf
-- ! widens-access: subscribers get columns that they did not get
-- ! widens-access: subscribers get rows that the filter kept from them
ALTER PUBLICATION of_leaf ADD TABLE ONLY public.tree;

COMMIT;
