--- functions needs schema enum
CREATE FUNCTION <s>.<f>(a int, b text{{ // DEFAULT 'x' // DEFAULT 'y'}}) RETURNS {{!text // varchar // int}} LANGUAGE plpgsql{{ // IMMUTABLE // STABLE // =STABLE}}{{ // STRICT // =RETURNS NULL ON NULL INPUT}}{{ // SECURITY DEFINER}}{{ // LEAKPROOF}}{{ // PARALLEL SAFE // PARALLEL RESTRICTED}}{{ // COST 5 // COST 500}}{{ // SET search_path = pg_catalog, public // SET search_path TO '' // SET work_mem = '8MB'}} AS {{$$BEGIN RETURN a; END$$ // $$BEGIN RETURN a + 1; END$$ // $body$BEGIN RETURN a || $$q$$; END$body$ // 'BEGIN RETURN ''it''''s''; END'}};
CREATE FUNCTION <s>.<f>(a int) RETURNS SETOF int LANGUAGE sql{{ // ROWS 10}} AS $$SELECT {{1 // 2}}$$;
CREATE FUNCTION <s>.<fo>(INOUT {{!a // b}} int, OUT {{!x // y}} text, VARIADIC rest {{!int[] // bigint[]}}{{ // DEFAULT '{}'}}) LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION <s>.<ft>({{ // n int DEFAULT 3}}) RETURNS {{!TABLE (x int, y text) // TABLE (x int, z text) // TABLE (x bigint, y text) // SETOF record}} LANGUAGE plpgsql AS 'BEGIN END';
CREATE PROCEDURE <s>.<p>(a int{{ // , INOUT b text // , b text DEFAULT 'q'}}) LANGUAGE plpgsql{{ // SECURITY DEFINER}} AS {{'BEGIN END' // 'BEGIN COMMIT; END'}};
{{ // COMMENT ON FUNCTION <s>.<f>(int, text) IS 'fun';}}
{{ // ALTER FUNCTION <s>.<f>(int, text) OWNER TO keeper;}}
{{ // REVOKE ALL ON FUNCTION <s>.<f>(int, text) FROM PUBLIC; // GRANT EXECUTE ON FUNCTION <s>.<f>(int, text) TO app;}}
{{ // COMMENT ON PROCEDURE <s>.<p> IS 'proc';}}
{{ // GRANT EXECUTE ON PROCEDURE <s>.<p> TO app;}}
{{ // ALTER PROCEDURE <s>.<p> OWNER TO keeper;}}

--- atomic_functions since 14 needs schema
CREATE TABLE <s>.<at> (a int, b text);
CREATE FUNCTION <s>.<fa>(x int) RETURNS int LANGUAGE sql {{RETURN x + 1 // RETURN x + 2 // =RETURN (x + 2) // BEGIN ATOMIC SELECT 1; SELECT x + 1; END // RETURN (SELECT max(a) FROM <s>.<at>)}};
CREATE FUNCTION <s>.<fb>() RETURNS SETOF <s>.<at> LANGUAGE sql BEGIN ATOMIC {{SELECT * FROM <s>.<at> // SELECT a, b FROM <s>.<at> WHERE a > 1 // SELECT a, upper(b) FROM <s>.<at>}}; END;
CREATE PROCEDURE <s>.<pa>(x int) LANGUAGE sql BEGIN ATOMIC {{INSERT INTO <s>.<at> VALUES (x, 'y') // DELETE FROM <s>.<at> WHERE a = x // UPDATE <s>.<at> SET b = 'z' WHERE a = x}}; END;

--- functions_of_tables needs schema table
CREATE FUNCTION <s>.<fot>(r <s>.<t>) RETURNS text LANGUAGE sql STABLE AS $$SELECT r.<name>{{ // || 'x'}}$$;
CREATE FUNCTION <s>.<fot2>() RETURNS SETOF <s>.<t> LANGUAGE sql STABLE AS $$SELECT * FROM <s>.<t> $$;
CREATE FUNCTION <s>.<fot3>(x <s>.<t>.id%TYPE) RETURNS bigint LANGUAGE sql AS 'SELECT {{1 // 2}}::bigint';

--- aggregates needs schema
CREATE FUNCTION <s>.<step>(int, int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 + $2';
CREATE FUNCTION <s>.<fin>(int) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1::text';
CREATE AGGREGATE <s>.<agg>(int) (SFUNC = {{<s>.<step> // int4pl}}, STYPE = int{{ // , INITCOND = '0' // , INITCOND = '1'}}{{ // , FINALFUNC = <s>.<fin>}}{{ // , COMBINEFUNC = int4pl}}{{ // , PARALLEL = SAFE}}{{ // , SSPACE = 100}});
{{ // CREATE AGGREGATE <s>.<agg2>(ORDER BY int) (SFUNC = <s>.<step>, STYPE = int, INITCOND = '0');}}
{{ // CREATE AGGREGATE <s>.<agg3>(int) (SFUNC = int4pl, STYPE = int, MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int); // CREATE AGGREGATE <s>.<agg3>(int) (SFUNC = int4pl, STYPE = int);}}
{{ // COMMENT ON AGGREGATE <s>.<agg>(int) IS 'agg';}}
{{ // ALTER AGGREGATE <s>.<agg>(int) OWNER TO keeper;}}
{{ // GRANT EXECUTE ON FUNCTION <s>.<agg>(int) TO app; // REVOKE EXECUTE ON FUNCTION <s>.<agg>(int) FROM PUBLIC;}}

--- view_base needs schema
CREATE TABLE <s>.<vb> (id int PRIMARY KEY, name varchar(40), n numeric(10,2), at timestamptz, data jsonb, tags text[], "Order" int);
CREATE TABLE <s>.<vo> (id int, vb_id int, total numeric, status text);

--- views needs view_base
CREATE VIEW <s>.<v1> AS SELECT {{id, name // id, name, n // id, upper(name) AS name // id, name AS "Name" // name, id // id, name::text AS name}} FROM <s>.<vb>{{ // WHERE id > 1 // WHERE id > 1 AND name <> 'x' // =WHERE (id > 1) AND ((name)::text <> 'x'::text) // WHERE name LIKE 'a%' // WHERE data ? 'k'}}{{ // ORDER BY id // ORDER BY id DESC NULLS LAST // ORDER BY 1 LIMIT 5 // ORDER BY name OFFSET 2}};
CREATE VIEW <s>.<v2>{{ // WITH (security_barrier) // WITH (security_barrier = false) // @15 WITH (security_invoker = true)}} AS SELECT * FROM <s>.<vb> WHERE id > 5{{ // WITH CHECK OPTION // =WITH CASCADED CHECK OPTION // WITH LOCAL CHECK OPTION}};
CREATE VIEW <s>.<v3> {{(a, b) // (a, c)}} AS SELECT b.id, o.total FROM <s>.<vb> b {{JOIN // =INNER JOIN // LEFT JOIN // RIGHT JOIN // FULL JOIN}} <s>.<vo> o ON {{o.vb_id = b.id // b.id = o.vb_id // o.vb_id = b.id AND o.status = 'x'}};
CREATE VIEW <s>.<v4> AS SELECT status, {{count(*) // count(id) // count(DISTINCT id) // sum(vb_id) // count(*) FILTER (WHERE total > 1)}} AS x FROM <s>.<vo> GROUP BY {{status // GROUPING SETS ((status), ()) // ROLLUP (status) // CUBE (status)}}{{ // HAVING count(*) > 1}};
CREATE VIEW <s>.<v5> AS WITH q AS {{ // MATERIALIZED // NOT MATERIALIZED}} (SELECT id FROM <s>.<vb>) SELECT q.id, row_number() OVER ({{ORDER BY q.id // ORDER BY q.id DESC // PARTITION BY q.id // ORDER BY q.id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW // ORDER BY q.id RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW // ORDER BY q.id GROUPS 1 PRECEDING EXCLUDE TIES}}) AS rn FROM q;
CREATE VIEW <s>.<v6> AS SELECT id FROM <s>.<vb> {{UNION // UNION ALL // INTERSECT // EXCEPT // EXCEPT ALL}} SELECT vb_id FROM <s>.<vo>{{ // ORDER BY 1 // LIMIT 3}};
CREATE VIEW <s>.<v7> AS SELECT b.id, l.total FROM <s>.<vb> b {{CROSS JOIN LATERAL // , LATERAL // =,LATERAL}} (SELECT total FROM <s>.<vo> o WHERE o.vb_id = b.id LIMIT {{1 // 2}}) l;
CREATE VIEW <s>.<v8> AS SELECT {{data -> 'a' // data ->> 'a' // data #>> '{a,b}' // data @> '{"a":1}' // tags[1] // tags[1:2] // array_length(tags, 1) // extract(year FROM at) // at AT TIME ZONE 'UTC' // n::int // =CAST(n AS int) // n::numeric(5,1) // coalesce(name, 'x') // nullif(n, 0) // greatest(n, 1) // "Order" // CASE WHEN n > 1 THEN 'a' ELSE 'b' END // xmlelement(name a, name) // xmlforest(id, name) // date_trunc('day', at) // to_char(at, 'YYYY') // EXISTS (SELECT 1 FROM <s>.<vo>) // id IN (SELECT vb_id FROM <s>.<vo>) // ARRAY(SELECT total FROM <s>.<vo>) // row_to_json(vb.*) // (SELECT max(total) FROM <s>.<vo> WHERE vb_id = vb.id) // name COLLATE "C" // name || 'x' // position('a' IN name) // substring(name FROM 2 FOR 3) // overlay(name PLACING 'x' FROM 1) // trim(BOTH 'x' FROM name) // id BETWEEN 1 AND 5 // name SIMILAR TO 'a|b' // ROW(id, n) = ROW(1, 2) // at > now() - interval '1 day' // tags && ARRAY['a'] // 'a' = ANY (tags) // name IN ('a', 'b') // string_to_array(name, ',')}} AS x FROM <s>.<vb> AS vb;
CREATE RECURSIVE VIEW <s>.<v9> (n) AS VALUES (1) UNION {{ALL // }} SELECT n + {{1 // 2}} FROM <v9> WHERE n < 10;
{{ // COMMENT ON VIEW <s>.<v1> IS 'view';}}
{{ // COMMENT ON COLUMN <s>.<v1>.id IS 'view column';}}
{{ // ALTER VIEW <s>.<v2> OWNER TO keeper;}}
{{ // GRANT SELECT ON <s>.<v1> TO app; // GRANT ALL ON <s>.<v1> TO reader; // GRANT SELECT (id) ON <s>.<v1> TO app;}}
{{ // ALTER VIEW <s>.<v1> ALTER COLUMN id SET DEFAULT 5; // ALTER VIEW <s>.<v1> ALTER COLUMN id SET DEFAULT 6;}}

--- view_chain needs views trigger_function
CREATE VIEW <s>.<w1> AS SELECT * FROM <s>.<v1>;
CREATE MATERIALIZED VIEW <s>.<w3> AS SELECT id, count(*) AS c FROM <s>.<w1> GROUP BY id;
CREATE UNIQUE INDEX <w3_id> ON <s>.<w3> (id);
CREATE VIEW <s>.<w4> AS SELECT c FROM <s>.<w3>{{ // WHERE c > 1}};
{{ // CREATE TRIGGER <w1_tg> INSTEAD OF INSERT ON <s>.<w1> FOR EACH ROW EXECUTE FUNCTION <s>.<tg>();}}
{{ // CREATE RULE <w1_ru> AS ON DELETE TO <s>.<w1> DO INSTEAD NOTHING;}}
{{ // COMMENT ON VIEW <s>.<w1> IS 'chain'; COMMENT ON MATERIALIZED VIEW <s>.<w3> IS 'chained'; COMMENT ON INDEX <s>.<w3_id> IS 'of chained';}}
{{ // GRANT SELECT ON <s>.<w1>, <s>.<w3>, <s>.<w4> TO app;}}
{{ // GRANT SELECT ON <s>.<w1> TO keeper; ALTER VIEW <s>.<w4> OWNER TO keeper; ALTER MATERIALIZED VIEW <s>.<w3> OWNER TO keeper;}}

--- materialized_views needs view_base
CREATE MATERIALIZED VIEW <s>.<m1>{{ // WITH (fillfactor = 50) // WITH (autovacuum_enabled = false)}} AS SELECT id, {{name // upper(name) AS name // name::text AS name}} FROM <s>.<vb>{{ // WHERE id > 1}}{{ // =WITH DATA}};
{{ // CREATE INDEX <m1_i> ON <s>.<m1> (name); // CREATE UNIQUE INDEX <m1_i> ON <s>.<m1> (id); // CREATE INDEX <m1_i> ON <s>.<m1> (lower(name));}}
{{ // COMMENT ON MATERIALIZED VIEW <s>.<m1> IS 'mat';}}
{{ // COMMENT ON COLUMN <s>.<m1>.id IS 'mat col';}}
{{ // GRANT SELECT ON <s>.<vb> TO keeper; ALTER MATERIALIZED VIEW <s>.<m1> OWNER TO keeper;}}
{{ // ALTER MATERIALIZED VIEW <s>.<m1> ALTER id SET STATISTICS 50; // ALTER MATERIALIZED VIEW <s>.<m1> ALTER id SET STATISTICS 100;}}
{{ // ALTER MATERIALIZED VIEW <s>.<m1> ALTER id SET (n_distinct = 5);}}
{{ // ALTER MATERIALIZED VIEW <s>.<m1> ALTER name SET STORAGE EXTERNAL; // =ALTER TABLE <s>.<m1> ALTER name SET STORAGE EXTERNAL;}}
{{ // @14 ALTER MATERIALIZED VIEW <s>.<m1> ALTER name SET COMPRESSION pglz;}}
{{ // GRANT SELECT ON <s>.<m1> TO app;}}
