-- 22 steps; run with psql -v ON_ERROR_STOP=1

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

-- [1/22] drop published table public.t in pub: columns: id -> none; where: (id > 0) -> none
ALTER PUBLICATION pub DROP TABLE ONLY public.t;

-- [2/22] drop policy public.t.narrower1: permissive: yes -> no
DROP POLICY narrower1 ON public.t;

-- [3/22] drop policy public.t.narrower4: command: ALL -> SELECT; using: true -> id = 1
DROP POLICY narrower4 ON public.t;

-- [4/22] drop policy public.t.p2: permissive: no -> yes
DROP POLICY p2 ON public.t;

-- [5/22] drop policy public.t.p3: command: SELECT -> ALL; roles: reader -> none
DROP POLICY p3 ON public.t;

-- [6/22] drop policy public.t.p4: using: (id = 1) -> id = 1 OR id = 2; with check: (id = 1) -> none
DROP POLICY p4 ON public.t;

-- [7/22] drop policy public.t.p6: roles: none -> reader; with check: (id > 1) -> none
DROP POLICY p6 ON public.t;

-- [8/22] alter function public.f(): security definer: no -> yes
-- ! widens-access: who may call it does what it does with the rights of its owner
CREATE OR REPLACE FUNCTION public.f() RETURNS integer
    LANGUAGE sql
    SECURITY DEFINER
    AS $$select 1$$;

-- [9/22] alter function public.narrower(): security definer: yes -> no
CREATE OR REPLACE FUNCTION public.narrower() RETURNS integer
    LANGUAGE sql
    AS $$select 1$$;

-- [10/22] alter view public.nobodys: options: security_invoker=true -> none
ALTER VIEW public.nobodys RESET (security_invoker);

-- [11/22] alter view public.v: options: security_invoker=true -> none
-- ! widens-access: who may read the view reads its tables with the rights of its owner, whatever privileges and policies say
ALTER VIEW public.v RESET (security_invoker);

-- [12/22] create policy public.t.narrower1: permissive: yes -> no
SET LOCAL search_path = public;
CREATE POLICY narrower1 ON public.t
    AS RESTRICTIVE
    USING (id = 2);

-- [13/22] alter policy public.t.narrower2: roles: app, reader -> app
ALTER POLICY narrower2 ON public.t
    TO app;

-- [14/22] alter policy public.t.narrower3: using: ((id = 2) AND (o = 'x'::text)) -> id = 2 AND o = 'x' AND id < 9
ALTER POLICY narrower3 ON public.t
    USING (id = 2 AND o = 'x' AND id < 9);

-- [15/22] create policy public.t.narrower4: command: ALL -> SELECT; using: true -> id = 1
CREATE POLICY narrower4 ON public.t
    FOR SELECT
    USING (id = 1);

-- [16/22] alter policy public.t.p1: using: (o = CURRENT_USER) -> true
-- ! widens-access: the policy may let more rows be seen: (o = CURRENT_USER) -> true
ALTER POLICY p1 ON public.t
    USING (true);

-- [17/22] create policy public.t.p2: permissive: no -> yes
-- ! widens-access: the policy restricts nobody any more, and permits by itself
CREATE POLICY p2 ON public.t
    USING (id > 0);

-- [18/22] create policy public.t.p3: command: SELECT -> ALL; roles: reader -> none
-- ! widens-access: the policy holds for everybody
-- ! widens-access: the policy permits ALL
CREATE POLICY p3 ON public.t
    USING (true);

-- [19/22] create policy public.t.p4: using: (id = 1) -> id = 1 OR id = 2; with check: (id = 1) -> none
-- ! widens-access: the policy may let more rows be seen: (id = 1) -> id = 1 OR id = 2
CREATE POLICY p4 ON public.t
    FOR UPDATE
    USING (id = 1 OR id = 2);

-- [20/22] alter policy public.t.p5: roles: reader -> app, reader; with check: (id = 1) -> true
-- ! widens-access: the policy holds for app
-- ! widens-access: the policy may let more rows be written: (id = 1) -> true
ALTER POLICY p5 ON public.t
    TO app, reader
    WITH CHECK (true);

-- [21/22] create policy public.t.p6: roles: none -> reader; with check: (id > 1) -> none
-- ! widens-access: the policy no longer restricts all the others
-- ! widens-access: the policy may let more rows be written: (id > 1) -> id > 0
CREATE POLICY p6 ON public.t
    AS RESTRICTIVE
    TO reader
    USING (id > 0);

-- [22/22] create published table public.t in pub: columns: id -> none; where: (id > 0) -> none
-- ! widens-access: subscribers get columns that they did not get
-- ! widens-access: subscribers get rows that the filter kept from them
ALTER PUBLICATION pub ADD TABLE ONLY public.t;

COMMIT;
