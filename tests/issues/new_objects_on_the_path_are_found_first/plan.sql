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

-- [1/6] create sequence a.s
CREATE SEQUENCE a.s;

-- [2/6] create table a.t
CREATE TABLE a.t (
    id integer
);

-- [3/6] alter default b.u.n: default: nextval('b.s'::regclass) -> nextval('s')
SET LOCAL search_path = a, b;
ALTER TABLE b.u ALTER COLUMN n SET DEFAULT nextval('s');

-- [4/6] alter default b.u.n: default: nextval('b.s'::regclass) -> nextval('s')
SELECT setval('a.s', max(n))
    FROM b.u HAVING max(n) >= (SELECT last_value FROM a.s);

-- [5/6] alter default b.u.r: default: 'b.t'::regclass -> 't'
ALTER TABLE b.u ALTER COLUMN r SET DEFAULT 't';

-- [6/6] alter view b.v: query: SELECT t.id FROM b.t -> SELECT id FROM t
CREATE OR REPLACE VIEW b.v AS
SELECT id FROM t;

COMMIT;
