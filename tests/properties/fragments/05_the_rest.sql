--- operators needs schema
CREATE FUNCTION <s>.<eq>(int, int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 = $2';
CREATE FUNCTION <s>.<ne>(int, int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'SELECT $1 <> $2';
CREATE OPERATOR <s>.=== (FUNCTION = <s>.{{<eq> // <ne>}}, LEFTARG = int, RIGHTARG = int{{ // , COMMUTATOR = OPERATOR(<s>.===)}}{{ // , RESTRICT = eqsel // , RESTRICT = neqsel}}{{ // , JOIN = eqjoinsel}}{{ // , HASHES}}{{ // , MERGES}});
{{ // COMMENT ON OPERATOR <s>.=== (int, int) IS 'op';}}
{{ // ALTER OPERATOR <s>.=== (int, int) OWNER TO keeper;}}
{{ // CREATE VIEW <s>.<op_v> AS SELECT 1 OPERATOR(<s>.===) 2 AS x;}}

--- operator_classes needs schema
CREATE OPERATOR FAMILY <s>.<fam> USING btree;
{{ // ALTER OPERATOR FAMILY <s>.<fam> USING btree ADD OPERATOR 1 < (int4, int8), FUNCTION 1 (int4, int8) btint48cmp(int4, int8);}}
CREATE OPERATOR CLASS <s>.<cls> FOR TYPE int4 USING btree FAMILY <s>.<fam> AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int4, int4){{ // , FUNCTION 2 btint4sortsupport(internal)}};
{{ // COMMENT ON OPERATOR FAMILY <s>.<fam> USING btree IS 'fam';}}
{{ // COMMENT ON OPERATOR CLASS <s>.<cls> USING btree IS 'cls';}}
{{ // ALTER OPERATOR CLASS <s>.<cls> USING btree OWNER TO keeper;}}
{{ // ALTER OPERATOR FAMILY <s>.<fam> USING btree OWNER TO keeper;}}

--- casts needs schema
CREATE TYPE <s>.<ca> AS (x int);
CREATE FUNCTION <s>.<ca_text>(<s>.<ca>) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT ''''::text';
{{ // CREATE CAST (<s>.<ca> AS text) WITH FUNCTION <s>.<ca_text>(<s>.<ca>); // CREATE CAST (<s>.<ca> AS text) WITH FUNCTION <s>.<ca_text>(<s>.<ca>) AS ASSIGNMENT; // CREATE CAST (<s>.<ca> AS text) WITH INOUT AS IMPLICIT;}}

--- text_search needs schema
CREATE TEXT SEARCH DICTIONARY <s>.<dict> (TEMPLATE = {{simple // simple, STOPWORDS = english // simple, ACCEPT = false}});
CREATE TEXT SEARCH DICTIONARY <s>.<dict2> (TEMPLATE = snowball, LANGUAGE = {{english // german}});
CREATE TEXT SEARCH CONFIGURATION <s>.<conf> ({{COPY = simple // COPY = english}});
{{ // ALTER TEXT SEARCH CONFIGURATION <s>.<conf> ALTER MAPPING FOR asciiword WITH <s>.<dict>; // ALTER TEXT SEARCH CONFIGURATION <s>.<conf> ALTER MAPPING FOR asciiword, word WITH <s>.<dict2>, <s>.<dict>; // ALTER TEXT SEARCH CONFIGURATION <s>.<conf> DROP MAPPING FOR url;}}
{{ // COMMENT ON TEXT SEARCH DICTIONARY <s>.<dict> IS 'dict';}}
{{ // COMMENT ON TEXT SEARCH CONFIGURATION <s>.<conf> IS 'conf';}}
{{ // ALTER TEXT SEARCH DICTIONARY <s>.<dict> OWNER TO keeper;}}
{{ // ALTER TEXT SEARCH CONFIGURATION <s>.<conf> OWNER TO keeper;}}
{{ // CREATE TEXT SEARCH TEMPLATE <s>.<tmpl> (LEXIZE = dsimple_lexize); // CREATE TEXT SEARCH TEMPLATE <s>.<tmpl> (INIT = dsimple_init, LEXIZE = dsimple_lexize);}}
{{ // CREATE TEXT SEARCH PARSER <s>.<prs> (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype); // CREATE TEXT SEARCH PARSER <s>.<prs> (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);}}

--- foreign_data needs schema
CREATE FOREIGN DATA WRAPPER <fdw>{{ // OPTIONS (debug 'true') // OPTIONS (debug 'false', other 'it''s')}};
CREATE FOREIGN DATA WRAPPER <fdw3>{{ // VALIDATOR postgresql_fdw_validator}};
{{ // COMMENT ON FOREIGN DATA WRAPPER <fdw> IS 'fdw';}}
{{ // GRANT USAGE ON FOREIGN DATA WRAPPER <fdw> TO app;}}
CREATE FOREIGN DATA WRAPPER <fdw2>;
CREATE SERVER <srv>{{! // TYPE 'a'}}{{ // VERSION '1' // VERSION '2'}} FOREIGN DATA WRAPPER <fdw2>{{ // OPTIONS (host 'h') // OPTIONS (host 'h', port '5') // OPTIONS (port '6')}};
{{ // COMMENT ON SERVER <srv> IS 'srv';}}
{{ // GRANT USAGE ON FOREIGN SERVER <srv> TO app; // GRANT USAGE ON FOREIGN SERVER <srv> TO app WITH GRANT OPTION;}}
{{ // CREATE USER MAPPING FOR app SERVER <srv>; // CREATE USER MAPPING FOR app SERVER <srv> OPTIONS (user 'u', password 'p'); // CREATE USER MAPPING FOR app SERVER <srv> OPTIONS (user 'u', password 'q'); // CREATE USER MAPPING FOR PUBLIC SERVER <srv>;}}
CREATE FOREIGN TABLE <s>.<ftab> (a {{!int // bigint}}{{ // OPTIONS (column_name 'x') // OPTIONS (column_name 'y')}}{{ // NOT NULL}}, b text{{ // DEFAULT 'd'}}{{ // COLLATE "C"}}{{ // , CHECK (a > 0)}}{{ // , c int}}) SERVER <srv>{{ // OPTIONS (table_name 't') // OPTIONS (table_name 'u', schema_name 's')}};
{{ // COMMENT ON FOREIGN TABLE <s>.<ftab> IS 'ftab';}}
{{ // GRANT SELECT ON <s>.<ftab> TO app;}}
{{ // ALTER FOREIGN TABLE <s>.<ftab> OWNER TO keeper;}}

--- conversions needs schema
CREATE {{!DEFAULT // }} CONVERSION <s>.<conv> FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
{{ // COMMENT ON CONVERSION <s>.<conv> IS 'conv';}}
{{ // ALTER CONVERSION <s>.<conv> OWNER TO keeper;}}

--- access_methods
{{ // CREATE ACCESS METHOD <am> TYPE INDEX HANDLER bthandler; // CREATE ACCESS METHOD <am> TYPE TABLE HANDLER heap_tableam_handler;}}

--- transforms
{{ // CREATE TRANSFORM FOR macaddr LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal));}}

--- languages needs schema
CREATE FUNCTION <s>.<call>() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION <s>.<inl>(internal) RETURNS void STRICT LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_inline_handler';
{{ // CREATE LANGUAGE <lang> HANDLER <s>.<call>; // CREATE TRUSTED LANGUAGE <lang> HANDLER <s>.<call>; // CREATE TRUSTED LANGUAGE <lang> HANDLER <s>.<call> INLINE <s>.<inl>;}}

--- subscriptions
CREATE SUBSCRIPTION <sub> CONNECTION {{'host=/nowhere dbname=a' // 'host=/nowhere dbname=b' // 'host=/nowhere dbname=''it\''s'''}} PUBLICATION {{<sub_x> // <sub_x>, <sub_y> // =<sub_y>, <sub_x>}} WITH (connect = false, slot_name = {{NONE // slot_a // slot_b}}{{ // , synchronous_commit = local // =, synchronous_commit = 'local' // , synchronous_commit = on}}{{ // @14 , binary = true // =@14 , binary}}{{ // @14 , streaming = true}}{{ // @15 , disable_on_error = true}}{{ // @16 , password_required = false}}{{ // @16 , run_as_owner = true}}{{ // @16 , origin = none // =@16 , origin = 'none'}});
{{ // CREATE SUBSCRIPTION <sub2> CONNECTION 'host=/nowhere' PUBLICATION <sub_x> WITH (connect = false, slot_name = NONE); // CREATE SUBSCRIPTION <sub2> CONNECTION 'host=/nowhere password=secret' PUBLICATION <sub_x> WITH (connect = false, slot_name = NONE);}}
{{ // COMMENT ON SUBSCRIPTION <sub> IS 'sub'; // COMMENT ON SUBSCRIPTION <sub> IS 'it''s';}}
