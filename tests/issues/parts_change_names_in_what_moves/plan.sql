-- 21 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/21] create schema core
CREATE SCHEMA core;

-- [2/21] rename enum core.condition: renamed from public.state
-- ! breaks-clients: whoever says public.state fails from here on
ALTER TYPE public.state SET SCHEMA core;

-- [3/21] rename enum core.condition: renamed from public.state
ALTER TYPE core.state RENAME TO condition;

-- [4/21] rename domain core.above_zero: renamed from public.positive
-- ! breaks-clients: whoever says public.positive fails from here on
ALTER DOMAIN public.positive SET SCHEMA core;

-- [5/21] rename domain core.above_zero: renamed from public.positive
ALTER DOMAIN core.positive RENAME TO above_zero;

-- [6/21] rename composite type core.address: renamed from public.place
-- ! breaks-clients: whoever says public.place fails from here on
ALTER TYPE public.place SET SCHEMA core;

-- [7/21] rename composite type core.address: renamed from public.place
ALTER TYPE core.place RENAME TO address;

-- [8/21] rename table core.accounts: renamed from public.users
-- ! breaks-clients: whoever says public.users fails from here on
ALTER TABLE public.users SET SCHEMA core;

-- [9/21] rename table core.accounts: renamed from public.users
ALTER TABLE core.users RENAME TO accounts;

-- [10/21] rename view core.persons: renamed from public.people
-- ! breaks-clients: whoever says public.people fails from here on
ALTER VIEW public.people SET SCHEMA core;

-- [11/21] rename view core.persons: renamed from public.people
ALTER VIEW core.people RENAME TO persons;

-- [12/21] rename index core.accounts_org: renamed from public.users_org
ALTER INDEX core.users_org RENAME TO accounts_org;

-- [13/21] rename enum core.condition: renamed from 'new'
-- ! breaks-clients: whoever says 'new' fails from here on
ALTER TYPE core.condition RENAME VALUE 'new' TO 'fresh';

-- [14/21] rename domain constraint core.above_zero.above: renamed from pos
ALTER DOMAIN core.above_zero RENAME CONSTRAINT pos TO above;

-- [15/21] rename column core.accounts.org_id: renamed from org
-- ! breaks-clients: whoever says org fails from here on
ALTER TABLE core.accounts RENAME COLUMN org TO org_id;

-- [16/21] rename composite type core.address: renamed from town
-- ! breaks-clients: whoever says town fails from here on
ALTER TYPE core.address RENAME ATTRIBUTE town TO city;

-- [17/21] rename view core.persons: renamed from org
-- ! breaks-clients: whoever says org fails from here on
ALTER VIEW core.persons RENAME COLUMN org TO organisation;

-- [18/21] rename constraint core.accounts.org_is_positive: renamed from org_is_known
ALTER TABLE core.accounts RENAME CONSTRAINT org_is_known TO org_is_positive;

-- [19/21] rename rule core.accounts.silent: renamed from quiet
ALTER RULE quiet ON core.accounts RENAME TO silent;

-- [20/21] rename trigger core.accounts.kept_still: renamed from kept
ALTER TRIGGER kept ON core.accounts RENAME TO kept_still;

-- [21/21] rename policy core.accounts.their_own: renamed from own
ALTER POLICY own ON core.accounts RENAME TO their_own;

COMMIT;
