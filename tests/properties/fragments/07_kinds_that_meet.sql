--- partition_tree needs schema enum trigger_function
CREATE TABLE <s>.<pt> (id int{{ // NOT NULL}}, d date, m <s>.<mood>{{ // DEFAULT 'ok'}}, x {{!text // varchar(40)}}{{ // COLLATE "C"}}{{ // , extra int}}) PARTITION BY RANGE (d);
CREATE TABLE <s>.<pt1> PARTITION OF <s>.<pt> FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (id);
CREATE TABLE <s>.<pt11> PARTITION OF <s>.<pt1>{{ // (x DEFAULT 'leaf') // (x NOT NULL)}} FOR VALUES IN (1, 2);
CREATE TABLE <s>.<pt12> PARTITION OF <s>.<pt1> DEFAULT;
CREATE TABLE <s>.<pt2> PARTITION OF <s>.<pt> FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX <pt_x> ON <s>.<pt> (x{{ // DESC // , id}}){{ // INCLUDE (m)}}{{ // WHERE id > 0}};
{{ // CREATE UNIQUE INDEX <pt_u> ON <s>.<pt> (id, d); // ALTER TABLE <s>.<pt> ADD CONSTRAINT <pt_u> UNIQUE (id, d); // ALTER TABLE <s>.<pt> ADD CONSTRAINT <pt_u> PRIMARY KEY (id, d);}}
CREATE TRIGGER <pt_tg> AFTER INSERT ON <s>.<pt> FOR EACH ROW{{ // WHEN (NEW.id > 1)}} EXECUTE FUNCTION <s>.<tg>();
{{ // ALTER TABLE <s>.<pt11> DISABLE TRIGGER <pt_tg>; // ALTER TABLE <s>.<pt2> ENABLE ALWAYS TRIGGER <pt_tg>;}}
{{ // CREATE TRIGGER <pt_own> BEFORE UPDATE ON <s>.<pt12> FOR EACH ROW EXECUTE FUNCTION <s>.<tg>(); // CREATE TRIGGER <pt_own> BEFORE UPDATE ON <s>.<pt1> FOR EACH ROW EXECUTE FUNCTION <s>.<tg>();}}
{{ // ALTER TABLE <s>.<pt11> ADD CONSTRAINT <pt11_c> CHECK (id > 0); // ALTER TABLE <s>.<pt1> ADD CONSTRAINT <pt11_c> CHECK (id > 0);}}
{{ // ALTER TABLE <s>.<pt> ADD CONSTRAINT <pt_c> CHECK (id > -5); // ALTER TABLE <s>.<pt> ADD CONSTRAINT <pt_c> CHECK (id > -5) NOT VALID;}}
{{ // COMMENT ON COLUMN <s>.<pt11>.x IS 'leaf'; COMMENT ON TABLE <s>.<pt12> IS 'rest'; COMMENT ON INDEX <s>.<pt_x> IS 'all';}}
{{ // GRANT SELECT ON <s>.<pt11> TO app; GRANT SELECT (x) ON <s>.<pt2> TO reader; // GRANT SELECT, INSERT ON <s>.<pt> TO app;}}
{{ // ALTER TABLE <s>.<pt2> OWNER TO keeper; // ALTER TABLE <s>.<pt> OWNER TO keeper;}}
{{ // CREATE POLICY <pt_po> ON <s>.<pt11> USING (x <> ''); ALTER TABLE <s>.<pt11> ENABLE ROW LEVEL SECURITY;}}
{{ // CREATE STATISTICS <s>.<pt_st> ON id, x FROM <s>.<pt1>; // CREATE STATISTICS <s>.<pt_st> ON id, x FROM <s>.<pt>;}}
CREATE VIEW <s>.<pt_v> AS SELECT id, x FROM {{<s>.<pt> // <s>.<pt1> // <s>.<pt11>}};
--- rows partition_tree
INSERT INTO <s>.<pt> (id, d, m, x) VALUES (1, '2020-05-05', 'ok', 'x'), (7, '2020-06-06', 'sad', 'y'), (3, '2021-05-05', 'ok', 'z');

--- partitions_and_foreign_keys needs schema
CREATE TABLE <s>.<fkp> (k int, l int, PRIMARY KEY (k)) PARTITION BY RANGE (k);
CREATE TABLE <s>.<fkp1> PARTITION OF <s>.<fkp> FOR VALUES FROM (0) TO ({{!10 // 20}});
{{ // CREATE TABLE <s>.<fkp2> PARTITION OF <s>.<fkp> FOR VALUES FROM (20) TO (30);}}
CREATE TABLE <s>.<fkc> (a int, b int{{ // REFERENCES <s>.<fkp> // REFERENCES <s>.<fkp> ON DELETE CASCADE // CONSTRAINT <fkc_b> REFERENCES <s>.<fkp> DEFERRABLE}}) PARTITION BY LIST (a);
CREATE TABLE <s>.<fkc1> PARTITION OF <s>.<fkc> FOR VALUES IN (1);
{{ // ALTER TABLE <s>.<fkc1> ADD CONSTRAINT <fkc1_f> FOREIGN KEY (b) REFERENCES <s>.<fkp> ON UPDATE CASCADE;}}
CREATE TABLE <s>.<fks> (id int PRIMARY KEY, up int{{ // REFERENCES <s>.<fks> // REFERENCES <s>.<fks> ON DELETE SET NULL}}, p int{{ // REFERENCES <s>.<fkp>}});
--- rows partitions_and_foreign_keys
INSERT INTO <s>.<fkp> VALUES (1, 1), (2, 2);
INSERT INTO <s>.<fkc> VALUES (1, 1);
INSERT INTO <s>.<fks> VALUES (1, NULL, 1), (2, 1, 2);

--- inheritance_tree needs schema trigger_function
CREATE TABLE <s>.<ia> (id int{{ // NOT NULL // PRIMARY KEY}}, a {{!int // bigint}}{{ // DEFAULT 1}}, CONSTRAINT <ia_c> CHECK (a > {{0 // -1}}){{ // NO INHERIT}});
CREATE TABLE <s>.<ib> (own text{{ // DEFAULT 'o'}}, b {{!int // bigint}});
CREATE TABLE <s>.<ic> (c int{{ // CHECK (c > 0)}}{{ // , own2 text DEFAULT 'p'}}) INHERITS (<s>.<ia>{{ // , <s>.<ib>}});
CREATE TABLE <s>.<id> () INHERITS (<s>.<ic>);
{{ // ALTER TABLE <s>.<ic> ALTER a SET DEFAULT 7; // ALTER TABLE <s>.<id> ALTER a DROP DEFAULT;}}
{{ // CREATE INDEX <ic_i> ON <s>.<ic> (id); // CREATE UNIQUE INDEX <ic_i> ON <s>.<ic> (id);}}
{{ // CREATE TRIGGER <ic_t> BEFORE INSERT ON <s>.<ic> FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION <s>.<tg>();}}
{{ // GRANT SELECT (a) ON <s>.<ic> TO app; // GRANT SELECT ON <s>.<ic> TO app; GRANT SELECT (id) ON <s>.<id> TO reader;}}
{{ // COMMENT ON COLUMN <s>.<ic>.a IS 'from above'; COMMENT ON COLUMN <s>.<id>.c IS 'from further above';}}
{{ // CREATE RULE <ic_r> AS ON INSERT TO <s>.<ia> WHERE NEW.a > 5 DO INSTEAD INSERT INTO <s>.<ic> (id, a) VALUES (NEW.id, NEW.a);}}
CREATE VIEW <s>.<ia_v> AS SELECT id, a FROM {{<s>.<ia> // ONLY <s>.<ia> // <s>.<ic>}};
--- rows inheritance_tree
INSERT INTO <s>.<ia> (id, a) VALUES (1, 1);
INSERT INTO <s>.<ic> (id, a, c) VALUES (2, 2, 2);
INSERT INTO <s>.<id> (id, a, c) VALUES (3, 3, 3);

--- two_parents needs schema
CREATE TABLE <s>.<tpa> (i int{{ // DEFAULT 1 // DEFAULT 3}}{{ // NOT NULL}});
CREATE TABLE <s>.<tpb> (i int{{ // DEFAULT 2}}{{ // NOT NULL}}{{ // CHECK (i <> 9)}});
CREATE TABLE <s>.<tpc> (i int DEFAULT {{4 // 5}}{{ // NOT NULL}}) INHERITS ({{<s>.<tpa> // <s>.<tpa>, <s>.<tpb> // <s>.<tpb>, <s>.<tpa>}});
CREATE TABLE <s>.<tpd> (i int DEFAULT 6, own int) INHERITS (<s>.<tpc>{{ // , <s>.<tpb>}});
--- rows two_parents
INSERT INTO <s>.<tpd> (i, own) VALUES (1, 2);

--- views_on_views needs schema trigger_function
CREATE TABLE <s>.<vv> (id {{!int // bigint}}, name {{!text // varchar(30)}}{{ // NOT NULL}}, n numeric{{ // , extra int}});
CREATE VIEW <s>.<vv1> AS SELECT id, name{{ // , n // , n * 2 AS n}} FROM <s>.<vv>{{ // WHERE id > 0}};
CREATE VIEW <s>.<vv2>{{ // WITH (security_barrier)}} AS SELECT id, name{{ // AS name // || 'x' AS name}} FROM <s>.<vv1>{{ // WHERE name <> ''}};
CREATE VIEW <s>.<vv3> AS SELECT a.id, b.name FROM <s>.<vv2> a {{JOIN // LEFT JOIN}} <s>.<vv1> b USING (id);
CREATE MATERIALIZED VIEW <s>.<vv4> AS SELECT id, count(*) AS n FROM <s>.<vv3> GROUP BY id;
CREATE INDEX <vv4_i> ON <s>.<vv4> (n);
CREATE FUNCTION <s>.<vv_f>() RETURNS SETOF <s>.<vv2> LANGUAGE sql STABLE AS 'SELECT 1, ''x''';
CREATE RULE <vv_r> AS ON INSERT TO <s>.<vv2> DO INSTEAD INSERT INTO <s>.<vv> (id, name) VALUES (NEW.id, {{NEW.name // NEW.name || 'y'}});
CREATE TRIGGER <vv_t> INSTEAD OF UPDATE ON <s>.<vv3> FOR EACH ROW EXECUTE FUNCTION <s>.<tg>({{ // 'x'}});
GRANT SELECT ON <s>.<vv1>, <s>.<vv2> TO keeper, reader;
{{GRANT SELECT ON <s>.<vv1>, <s>.<vv2>, <s>.<vv4> TO app; // GRANT SELECT ON <s>.<vv1>, <s>.<vv2> TO app;}}
{{GRANT SELECT (id) ON <s>.<vv3> TO reader; // GRANT SELECT (id, name) ON <s>.<vv3> TO reader;}}
ALTER VIEW <s>.<vv3> OWNER TO {{keeper // reader}};
COMMENT ON VIEW <s>.<vv2> IS 'two';
COMMENT ON COLUMN <s>.<vv3>.name IS 'name of three';
COMMENT ON TRIGGER <vv_t> ON <s>.<vv3> IS 'instead';
COMMENT ON RULE <vv_r> ON <s>.<vv2> IS 'instead too';
ALTER VIEW <s>.<vv1> ALTER COLUMN name SET DEFAULT {{'d' // 'e'}};
--- rows views_on_views
INSERT INTO <s>.<vv> (id, name, n) VALUES (1, 'x', 1), (2, 'y', 2);

--- domains_over_enums needs schema
CREATE TYPE <s>.<lv> AS ENUM ({{!'lo', 'hi' // 'lo', 'mid', 'hi' // 'lo', 'hi', 'top' // 'hi', 'lo'}});
CREATE DOMAIN <s>.<lvd> AS <s>.<lv>{{ // DEFAULT 'lo' // DEFAULT 'hi'}}{{ // CHECK (VALUE <> 'hi') // CHECK (VALUE IN ('lo', 'hi'))}}{{ // NOT NULL}};
CREATE DOMAIN <s>.<lvs> AS <s>.<lvd>[]{{ // DEFAULT '{lo}'}}{{ // CHECK (cardinality(VALUE) < 9) // CHECK (cardinality(VALUE) < 8)}};
CREATE TYPE <s>.<lvc> AS (l <s>.<lvd>, ls <s>.<lvs>{{! // , x int}});
CREATE TABLE <s>.<lvt> (a <s>.<lvd>{{ // DEFAULT 'lo'}}{{ // CHECK (a::<s>.<lv> = 'lo') // CHECK (a::<s>.<lv> <> 'hi')}}, b <s>.<lvs>, c <s>.<lvc>, d <s>.<lv>[]{{ // DEFAULT '{lo,hi}' // DEFAULT ARRAY['lo'::<s>.<lv>]}}, f {{!<s>.<lv> // <s>.<lvd> // text}});
CREATE INDEX <lvi> ON <s>.<lvt> (a){{ // WHERE a::<s>.<lv> = 'lo' // WHERE f IS NULL}};
CREATE FUNCTION <s>.<lvf>(x <s>.<lv> DEFAULT {{'lo' // 'hi'}}, y <s>.<lvd> DEFAULT {{'lo' // ='lo'::<s>.<lvd> // NULL}}, z <s>.<lv>[] DEFAULT {{'{lo}' // ARRAY['lo', 'hi']::<s>.<lv>[]}}) RETURNS <s>.<lvd> LANGUAGE sql AS 'SELECT $1';
CREATE VIEW <s>.<lvv> AS SELECT a, d FROM <s>.<lvt> WHERE {{a::<s>.<lv> = 'lo' // a::<s>.<lv> IN ('lo', 'hi') // 'lo' = ANY (d)}};
{{ // CREATE POLICY <lvp> ON <s>.<lvt> USING (a::<s>.<lv> = 'lo'); // CREATE POLICY <lvp> ON <s>.<lvt> USING (f::text = 'lo');}}
--- rows domains_over_enums
INSERT INTO <s>.<lvt> (a, b, d, f) VALUES ('lo', '{lo}', '{lo}', 'lo');

--- generated_and_retyped needs schema
CREATE TABLE <s>.<gr> (id {{!int // bigint // numeric}}, a {{!int // bigint // numeric(10,2)}}{{ // DEFAULT 3}}, t {{!text // varchar(20) // char(9)}},
  g {{!int // bigint // numeric}} GENERATED ALWAYS AS (a{{ // + 1}}) STORED,
  h text GENERATED ALWAYS AS ({{upper(t) // upper(t || 'x')}}) STORED{{ // NOT NULL}}{{ // CHECK (h <> '')}}{{ // , CHECK (a <= g)}});
CREATE INDEX <gr_i> ON <s>.<gr> (g, a){{ // WHERE a > 0 // WHERE g > 0}};
{{ // CREATE STATISTICS <s>.<gr_s> ON a, g FROM <s>.<gr>;}}
{{ // CREATE POLICY <gr_p> ON <s>.<gr> USING (g > a);}}
CREATE VIEW <s>.<gr_v> AS SELECT a, g{{ // , h}} FROM <s>.<gr>;
{{ // GRANT SELECT (g) ON <s>.<gr> TO app; COMMENT ON COLUMN <s>.<gr>.g IS 'generated';}}
--- rows generated_and_retyped
INSERT INTO <s>.<gr> (id, a, t) VALUES (1, 1, 'x'), (2, 2, 'y');

--- identity_and_serial needs schema
CREATE TABLE <s>.<isa> (a {{!int GENERATED ALWAYS AS IDENTITY // serial // bigserial // int // bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 100)}}{{ // PRIMARY KEY}}, b {{!int // int GENERATED BY DEFAULT AS IDENTITY // serial // smallint}});
CREATE SEQUENCE <s>.<isq>{{ // AS int}};
ALTER TABLE <s>.<isa> ADD c bigint {{! // DEFAULT nextval('<'s>.<'isq>') // GENERATED ALWAYS AS IDENTITY}};
{{ // ALTER SEQUENCE <s>.<isq> OWNED BY <s>.<isa>.c;}}
{{ // GRANT USAGE ON SEQUENCE <s>.<isq> TO app;}}
{{ // ALTER TABLE <s>.<isa> OWNER TO keeper; ALTER SEQUENCE <s>.<isq> OWNER TO keeper;}}
--- rows identity_and_serial
INSERT INTO <s>.<isa> (a, b, c) OVERRIDING SYSTEM VALUE VALUES (1, 1, 1), (2, 2, 2);

--- filtered_publications since 15 needs schema
CREATE TABLE <s>.<fp> (id {{!int // bigint}} PRIMARY KEY, n int{{ // NOT NULL}}, t {{!text // varchar(50)}}{{ // , extra int}});
CREATE TABLE <s>.<fpp> (id int, n int, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE <s>.<fpp1> PARTITION OF <s>.<fpp> FOR VALUES FROM (0) TO (10);
CREATE PUBLICATION <fpub> FOR TABLE <s>.<fp>{{ // (id, n) // =(n, id) // (id, t)}} WHERE ({{id > 1 // =(id > 1) // id > 2 // id > 1 AND n IS NOT NULL}}){{ // , <s>.<fpp>}} WITH (publish = 'insert'{{ // , publish_via_partition_root = true}});
{{ // ALTER PUBLICATION <fpub> ADD TABLE <s>.<fpp1>;}}
{{ // ALTER PUBLICATION <fpub> OWNER TO keeper;}}
--- rows filtered_publications
INSERT INTO <s>.<fp> (id, n) VALUES (1, 1);
INSERT INTO <s>.<fpp> VALUES (1, 1);

--- functions_in_use needs schema trigger_function
CREATE FUNCTION <s>.<may>({{!x // y}} int{{! // , z text DEFAULT 'x'}}) RETURNS {{!boolean // bool STRICT}} {{IMMUTABLE // STABLE}} LANGUAGE sql AS $$SELECT {{$1 > 0 // $1 >= 0}}$$;
CREATE TABLE <s>.<fu> (a {{!int // smallint}}, b text{{ // DEFAULT <s>.<may>(1)::text}}, ok boolean{{ // DEFAULT <s>.<may>(2)}}{{ // , CHECK (<s>.<may>(a)) // , CONSTRAINT <fu_c> CHECK (<s>.<may>(a) AND b <> '')}});
ALTER TABLE <s>.<fu> ENABLE ROW LEVEL SECURITY;
CREATE POLICY <fu_p> ON <s>.<fu> USING (<s>.<may>(a){{ // AND b <> 'x'}});
CREATE TRIGGER <fu_t> BEFORE INSERT ON <s>.<fu> FOR EACH ROW WHEN ({{<s>.<may>(NEW.a) // NOT <s>.<may>(NEW.a)}}) EXECUTE FUNCTION <s>.<tg>();
CREATE VIEW <s>.<fu_v> AS SELECT a{{ // , <s>.<may>(a) AS may}} FROM <s>.<fu>;
{{ // CREATE RULE <fu_r> AS ON DELETE TO <s>.<fu> WHERE <s>.<may>(OLD.a) DO INSTEAD NOTHING;}}
{{ // COMMENT ON FUNCTION <s>.<may> IS 'may'; GRANT EXECUTE ON FUNCTION <s>.<may> TO app;}}
--- rows functions_in_use
INSERT INTO <s>.<fu> (a, b) VALUES (1, 'x'), (2, 'y');
