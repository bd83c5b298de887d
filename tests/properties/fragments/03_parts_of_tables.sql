--- indexes needs schema
CREATE TABLE <s>.<ix> (a int, b text, c jsonb, d tsvector, e int[], f point, v varchar(20), ts timestamptz);
CREATE {{ // UNIQUE}} INDEX <ix1> ON <s>.<ix> {{ // =USING btree}} (a);
CREATE INDEX <ix0> ON <s>.<ix> USING {{btree // hash // brin}} (a);
CREATE INDEX <ix2> ON <s>.<ix> (a {{ // =ASC // DESC // DESC NULLS LAST // =DESC NULLS LAST // NULLS FIRST}}, b {{ // COLLATE "C" // text_pattern_ops // COLLATE "C" text_pattern_ops DESC}}){{ // INCLUDE (v) // INCLUDE (v, ts)}}{{ // WITH (fillfactor = 50) // WITH (fillfactor = 50, deduplicate_items = off)}}{{ // WHERE a > 1 // =WHERE ((a) > (1)) // WHERE a > 1 AND b IS NOT NULL // WHERE b IN ('x', 'y')}};
CREATE INDEX <ix3> ON <s>.<ix> ({{lower(b) // =(lower(b)) // lower(v) // upper(b) // (b || 'x') // (a + 1) // (a + 1), b // ((c ->> 'k')) // (coalesce(b, '')) // date_trunc('day', ts AT TIME ZONE 'UTC')}});
CREATE INDEX <ix4> ON <s>.<ix> USING {{gin (c) // gin (c jsonb_path_ops) // gin (d) // gin (e) // gin (d) WITH (fastupdate = off) // gist (f) // brin (a) // brin (a) WITH (pages_per_range = 4) // spgist (f) // gist (d) // @14 gist (d tsvector_ops (siglen = 100)) // @14 brin (a int4_minmax_multi_ops)}};
{{ // @15 CREATE UNIQUE INDEX <ix5> ON <s>.<ix> (b) NULLS NOT DISTINCT; // CREATE UNIQUE INDEX <ix5> ON <s>.<ix> (b);}}
CREATE INDEX ON <s>.<ix> ({{b, a // a, b // lower(b), a}});
{{ // COMMENT ON INDEX <s>.<ix1> IS 'index';}}
{{ // ALTER INDEX <s>.<ix3> ALTER COLUMN 1 SET STATISTICS 300;}}
--- rows indexes
INSERT INTO <s>.<ix> VALUES (1, 'x', '{"k":1}', 'a', '{1}', '(1,2)', 'v', '2020-01-01 00:00:00+00');

--- partition_indexes needs schema
CREATE TABLE <s>.pix (a int NOT NULL, b {{int // bigint}}, c text, PRIMARY KEY (a)) PARTITION BY LIST (a);
CREATE INDEX pix_b ON <s>.pix (b){{ // WITH (fillfactor = 80)}};
CREATE INDEX pix_c ON <s>.pix (lower(c));
CREATE TABLE <s>.pix1 PARTITION OF <s>.pix FOR VALUES IN (1);
CREATE TABLE <s>.pix2 PARTITION OF <s>.pix FOR VALUES IN (2) PARTITION BY LIST (a);
CREATE TABLE <s>.pix21 PARTITION OF <s>.pix2 FOR VALUES IN (2);
{{ // COMMENT ON INDEX <s>.pix1_b_idx IS 'one';}}
{{ // ALTER INDEX <s>.pix1_b_idx SET (fillfactor = 70);}}
{{ // ALTER INDEX <s>.pix21_lower_idx ALTER COLUMN 1 SET STATISTICS 30; // ALTER INDEX <s>.pix_c ALTER COLUMN 1 SET STATISTICS 30;}}
{{ // ALTER TABLE <s>.pix1 CLUSTER ON pix1_b_idx; // ALTER TABLE <s>.pix1 CLUSTER ON pix1_pkey;}}
{{ // ALTER TABLE <s>.pix1 REPLICA IDENTITY USING INDEX pix1_pkey;}}
{{ // ALTER INDEX <s>.pix21_pkey SET (fillfactor = 60);}}
{{ // COMMENT ON INDEX <s>.pix21_pkey IS 'key';}}

--- trigger_function needs schema
CREATE FUNCTION <s>.<tg>() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE FUNCTION <s>.<tg2>() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$;

--- triggers needs schema trigger_function
CREATE TABLE <s>.<tr> (a int, b text);
CREATE TABLE <s>.<tr2> (a int PRIMARY KEY);
CREATE TRIGGER <tr_a> {{BEFORE // AFTER}} {{INSERT // UPDATE // INSERT OR UPDATE // =UPDATE OR INSERT}} ON <s>.<tr> FOR EACH {{ROW // STATEMENT}} EXECUTE FUNCTION <s>.{{<tg> // <tg2>}}({{ // 'x' // 'x', 'it''s' // 3}});
CREATE TRIGGER <tr_b> AFTER UPDATE {{ // OF a // OF a, b // OF b, a}} ON <s>.<tr> FOR EACH ROW {{ // WHEN (OLD.a IS DISTINCT FROM NEW.a) // =WHEN ((OLD.a) IS DISTINCT FROM (NEW.a)) // WHEN (NEW.a > 1) // WHEN (OLD.* IS DISTINCT FROM NEW.*) // WHEN (NEW.b IN ('x', 'y'))}} EXECUTE FUNCTION <s>.<tg>();
CREATE TRIGGER <tr_c> AFTER {{INSERT // DELETE // TRUNCATE // INSERT OR DELETE}} ON <s>.<tr> EXECUTE PROCEDURE <s>.<tg>();
CREATE TRIGGER <tr_d> AFTER UPDATE ON <s>.<tr> REFERENCING {{OLD TABLE AS olds // NEW TABLE AS news // OLD TABLE AS olds NEW TABLE AS news // =NEW TABLE news OLD TABLE olds}} FOR EACH STATEMENT EXECUTE FUNCTION <s>.<tg>();
CREATE CONSTRAINT TRIGGER <tr_e> AFTER INSERT ON <s>.<tr>{{ // FROM <s>.<tr2>}}{{ // =NOT DEFERRABLE // DEFERRABLE // DEFERRABLE INITIALLY DEFERRED}} FOR EACH ROW EXECUTE FUNCTION <s>.<tg>();
{{ // ALTER TABLE <s>.<tr> DISABLE TRIGGER <tr_a>; // ALTER TABLE <s>.<tr> ENABLE ALWAYS TRIGGER <tr_a>; // ALTER TABLE <s>.<tr> ENABLE REPLICA TRIGGER <tr_a>;}}
{{ // COMMENT ON TRIGGER <tr_a> ON <s>.<tr> IS 'trigger';}}
{{ // CREATE TRIGGER suppress BEFORE UPDATE ON <s>.<tr> FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();}}

--- partition_triggers needs schema trigger_function
CREATE TABLE <s>.<ptr> (a int, b text) PARTITION BY LIST (a);
CREATE TABLE <s>.<ptr1> PARTITION OF <s>.<ptr> FOR VALUES IN (1);
{{ // CREATE TRIGGER <ptr_a> AFTER INSERT ON <s>.<ptr> FOR EACH ROW EXECUTE FUNCTION <s>.<tg>(); // CREATE TRIGGER <ptr_a> AFTER INSERT OR UPDATE ON <s>.<ptr> FOR EACH ROW EXECUTE FUNCTION <s>.<tg>();}}
{{ // CREATE TRIGGER <ptr_b> BEFORE INSERT ON <s>.<ptr1> FOR EACH ROW EXECUTE FUNCTION <s>.<tg>();}}

--- policies needs schema
CREATE TABLE <s>.<po2> (a int, owner text);
CREATE TABLE <s>.<po> (a int, who text, b boolean);
ALTER TABLE <s>.<po> ENABLE ROW LEVEL SECURITY;
CREATE POLICY <po_a> ON <s>.<po>{{ // =AS PERMISSIVE // AS RESTRICTIVE}}{{ // FOR SELECT // FOR DELETE // =FOR DELETE}}{{ // =TO PUBLIC // TO app // TO app, reader // =TO reader, app}} USING ({{a > 1 // =(a) > 1 // a > 2 // who = CURRENT_USER // who = current_setting('app.user', true) // a IN (SELECT x.a FROM <s>.<po2> x) // EXISTS (SELECT 1 FROM <s>.<po2> WHERE <po2>.a = <po>.a AND owner = who) // true // b AND NOT a = 1}});
CREATE POLICY <po_b> ON <s>.<po> FOR INSERT WITH CHECK ({{a > 1 // a > 2 // who = CURRENT_USER // length(who) > 1}});
CREATE POLICY <po_c> ON <s>.<po> FOR {{UPDATE // ALL}}{{ USING (a > 0)// USING (a > 5)}}{{ // WITH CHECK (a > 7)}};
{{ // COMMENT ON POLICY <po_a> ON <s>.<po> IS 'policy';}}

--- rules needs schema
CREATE TABLE <s>.<ru> (a int, b text);
CREATE TABLE <s>.<ru_log> (a int, b text, at timestamptz);
CREATE RULE <ru_a> AS ON {{INSERT // DELETE // UPDATE}} TO <s>.<ru>{{ // WHERE (SELECT count(*) FROM <s>.<ru_log>) > 5}} DO {{ALSO // INSTEAD}} {{NOTHING // INSERT INTO <s>.<ru_log> (a, b) VALUES (1, 'x') // INSERT INTO <s>.<ru_log> VALUES (1, 'y', now()) // (INSERT INTO <s>.<ru_log> (a) VALUES (1); DELETE FROM <s>.<ru_log> WHERE a = 3) // UPDATE <s>.<ru_log> SET b = 'z' WHERE <ru_log>.a > 1}};
CREATE RULE <ru_b> AS ON UPDATE TO <s>.<ru> WHERE {{OLD.a > 1 // NEW.a <> OLD.a}} DO ALSO INSERT INTO <s>.<ru_log> SELECT {{NEW.a, NEW.b // OLD.a, NEW.b}}, now();
CREATE RULE <ru_c> AS ON DELETE TO <s>.<ru> DO ALSO {{NOTIFY hi // NOTIFY ho}};
{{ // ALTER TABLE <s>.<ru> DISABLE RULE <ru_a>;}}
{{ // COMMENT ON RULE <ru_a> ON <s>.<ru> IS 'rule';}}

--- statistics needs schema
CREATE TABLE <s>.<st_t> (a int, b int, c text);
CREATE STATISTICS <s>.<st>{{ // (ndistinct) // (ndistinct, mcv) // =(mcv, ndistinct) // (dependencies)}} ON a, b{{ // , c}} FROM <s>.<st_t>;
{{ // ALTER STATISTICS <s>.<st> SET STATISTICS 100; // ALTER STATISTICS <s>.<st> SET STATISTICS 0;}}
{{ // COMMENT ON STATISTICS <s>.<st> IS 'stat';}}
{{ // ALTER STATISTICS <s>.<st> OWNER TO keeper;}}
{{ // @14 CREATE STATISTICS <s>.<st2> ON (a + 1), lower(c) FROM <s>.<st_t>; // @14 CREATE STATISTICS <s>.<st2> ON (a + 2), lower(c) FROM <s>.<st_t>; // @14 CREATE STATISTICS <s>.<st2> ON lower(c) FROM <s>.<st_t>;}}

--- publications needs schema other_schema
CREATE TABLE <s>.<pub_t> (id int PRIMARY KEY, a int, b text);
CREATE TABLE <s2>.<pub_u> (id int PRIMARY KEY);
CREATE PUBLICATION <pub> FOR TABLE <s>.<pub_t>{{ // , <s2>.<pub_u>}}{{ // WITH (publish = 'insert') // WITH (publish = 'insert, update') // =WITH (publish = 'update,insert') // WITH (publish_via_partition_root = true)}};
{{ // CREATE PUBLICATION <pub_all> FOR ALL TABLES; // CREATE PUBLICATION <pub_all> FOR ALL TABLES WITH (publish = 'delete');}}
{{ // @15 CREATE PUBLICATION <pub_f> FOR TABLE <s>.<pub_t> (id, a); // @15 CREATE PUBLICATION <pub_f> FOR TABLE <s>.<pub_t> (id, b); // @15 CREATE PUBLICATION <pub_f> FOR TABLE <s>.<pub_t> WHERE (id > 5) WITH (publish = 'insert'); // @15 CREATE PUBLICATION <pub_f> FOR TABLE <s>.<pub_t> WHERE (id > 6) WITH (publish = 'insert'); // @15 CREATE PUBLICATION <pub_f> FOR TABLES IN SCHEMA <s2>;}}
{{ // COMMENT ON PUBLICATION <pub> IS 'pub';}}

--- event_triggers needs schema
CREATE FUNCTION <s>.<on_ddl>() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;
{{ // CREATE EVENT TRIGGER <evt> ON ddl_command_end EXECUTE FUNCTION <s>.<on_ddl>(); // CREATE EVENT TRIGGER <evt> ON sql_drop EXECUTE FUNCTION <s>.<on_ddl>(); // CREATE EVENT TRIGGER <evt> ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION <s>.<on_ddl>(); // CREATE EVENT TRIGGER <evt> ON ddl_command_start WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION <s>.<on_ddl>();}}

--- event_trigger_details needs event_triggers
CREATE EVENT TRIGGER <evt2> ON table_rewrite EXECUTE FUNCTION <s>.<on_ddl>();
{{ // ALTER EVENT TRIGGER <evt2> DISABLE; // ALTER EVENT TRIGGER <evt2> ENABLE REPLICA; // ALTER EVENT TRIGGER <evt2> ENABLE ALWAYS;}}
{{ // COMMENT ON EVENT TRIGGER <evt2> IS 'evt';}}
