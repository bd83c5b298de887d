--- schema
CREATE SCHEMA <s>;
{{ // ALTER SCHEMA <s> OWNER TO keeper;}}
{{ // COMMENT ON SCHEMA <s> IS 'it''s'; // COMMENT ON SCHEMA <s> IS E'two\nlines';}}
{{ // GRANT USAGE ON SCHEMA <s> TO app; // GRANT USAGE, CREATE ON SCHEMA <s> TO app, PUBLIC; // GRANT USAGE ON SCHEMA <s> TO app WITH GRANT OPTION;}}

--- other_schema
CREATE SCHEMA <s2>;

--- public_schema needs other_schema
{{ // GRANT CREATE ON SCHEMA public TO app;}}
{{ // COMMENT ON SCHEMA public IS 'ours';}}

--- enum needs schema
CREATE TYPE <s>.<mood> AS ENUM ({{! 'sad', 'ok' // 'sad', 'meh', 'ok' // 'sad', 'ok', 'it''s' // 'first', 'sad', 'ok'}});
{{ // COMMENT ON TYPE <s>.<mood> IS 'mood';}}
{{ // ALTER TYPE <s>.<mood> OWNER TO keeper;}}
{{ // REVOKE USAGE ON TYPE <s>.<mood> FROM PUBLIC; // GRANT USAGE ON TYPE <s>.<mood> TO app WITH GRANT OPTION;}}

--- composite needs schema enum
CREATE TYPE <s>.<pair> AS ({{!a int // a bigint}}, b {{!text // text COLLATE "C" // varchar(3)}}, m <s>.<mood>[]{{! // , extra date}});
{{ // COMMENT ON TYPE <s>.<pair> IS 'pair';}}
{{ // COMMENT ON COLUMN <s>.<pair>.b IS 'part';}}
{{ // ALTER TYPE <s>.<pair> OWNER TO keeper;}}
{{ // GRANT USAGE ON TYPE <s>.<pair> TO reader;}}

--- domain needs schema
CREATE DOMAIN <s>.<email> AS {{!text // =pg_catalog.text // varchar(50)}}{{! // COLLATE "C"}}{{ // DEFAULT 'a@b' // DEFAULT 'c' || 'd@e'}}{{ // NOT NULL}}
  {{ // CHECK (VALUE ~ '@') // =CHECK ((VALUE)::text ~ ('@')::text) // CHECK (VALUE ~ '.@')}}{{ // CONSTRAINT <short> CHECK (length(VALUE) < 100) // CONSTRAINT <short> CHECK (length(VALUE) <= 100)}};
{{ // ALTER DOMAIN <s>.<email> ADD CONSTRAINT <late> CHECK (VALUE <> 'x') NOT VALID; // ALTER DOMAIN <s>.<email> ADD CONSTRAINT <late> CHECK (VALUE <> 'x');}}
{{ // COMMENT ON DOMAIN <s>.<email> IS 'mail';}}
{{ // ALTER DOMAIN <s>.<email> OWNER TO keeper;}}
{{ // GRANT USAGE ON DOMAIN <s>.<email> TO app;}}

--- domain_over_domain needs domain
CREATE DOMAIN <s>.<work_email> AS <s>.<email>{{ // CHECK (VALUE <> 'z@z')}}{{ // DEFAULT 'w@w'}};

--- domains_of_many needs schema enum
CREATE DOMAIN <s>.<amount> AS numeric(10,2) DEFAULT {{0 // -1 // 1.50 // =1.50::numeric // NULL}}{{ // CHECK (VALUE > -10) // CHECK (VALUE > -10 AND VALUE < 1e6)}};
CREATE DOMAIN <s>.<moods> AS <s>.<mood>[]{{ // DEFAULT '{ok}' // DEFAULT ARRAY['ok']::<s>.<mood>[]}}{{ // CHECK (cardinality(VALUE) < 5)}};
CREATE DOMAIN <s>.<stamp> AS timestamptz(3){{ // DEFAULT now() // DEFAULT CURRENT_TIMESTAMP // DEFAULT CURRENT_DATE}};

--- range needs schema
CREATE FUNCTION <s>.<diff>(float8, float8) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT $1 - $2';
CREATE TYPE <s>.<span> AS RANGE (subtype = float8{{! // , subtype_diff = <s>.<diff> // , subtype_diff = float8mi}}{{! // @14 , multirange_type_name = <s>.<spans>}});
CREATE TYPE <s>.<words> AS RANGE (subtype = text{{! // , collation = "C" // , collation = "POSIX"}}{{! // , subtype_opclass = text_pattern_ops}});
{{ // COMMENT ON TYPE <s>.<span> IS 'span';}}
{{ // ALTER TYPE <s>.<span> OWNER TO keeper;}}
{{ // GRANT USAGE ON TYPE <s>.<span> TO app;}}

--- collation needs schema
CREATE COLLATION <s>.<plain> ({{!locale = 'C' // =lc_collate = 'C', lc_ctype = 'C' // lc_collate = 'C', lc_ctype = 'POSIX'}});
CREATE COLLATION <s>.<loose> (provider = icu, locale = {{!'und-u-ks-level2' // 'de-u-ks-level1'}}, deterministic = {{!false // true}});
{{ // COMMENT ON COLLATION <s>.<plain> IS 'plain';}}
{{ // ALTER COLLATION <s>.<plain> OWNER TO keeper;}}

--- sequence needs schema
CREATE SEQUENCE <s>.<seq>{{ // AS integer // AS smallint // =AS int2}}{{ // INCREMENT BY 2 // INCREMENT 3}}{{ // MINVALUE -5 // =MINVALUE -5 // MINVALUE 0}}{{ // MAXVALUE 1000 // MAXVALUE 2000}}{{ // START WITH 7}}{{ // CACHE 5}}{{ // CYCLE // =CYCLE}};
{{ // COMMENT ON SEQUENCE <s>.<seq> IS 'seq';}}
{{ // ALTER SEQUENCE <s>.<seq> OWNER TO keeper;}}
{{ // GRANT USAGE ON SEQUENCE <s>.<seq> TO app; // GRANT ALL ON SEQUENCE <s>.<seq> TO app; // GRANT SELECT, UPDATE ON SEQUENCE <s>.<seq> TO reader WITH GRANT OPTION;}}

--- sequence_down needs schema
CREATE SEQUENCE <s>.<down> INCREMENT BY {{-1 // -2}}{{ // =MAXVALUE -1 // MAXVALUE 10}}{{ // MINVALUE -100}};

--- sequence_unlogged since 15 needs schema
CREATE {{ // UNLOGGED}} SEQUENCE <s>.<fast>;

--- extensions needs schema other_schema extension hstore
{{ // CREATE EXTENSION hstore WITH SCHEMA <s>; // CREATE EXTENSION hstore WITH SCHEMA <s2>;}}
{{ // CREATE EXTENSION IF NOT EXISTS citext;}}

--- base_types needs schema
CREATE TYPE <s>.<tick>;
CREATE FUNCTION <s>.<tick_in>(cstring) RETURNS <s>.<tick> LANGUAGE internal IMMUTABLE STRICT AS 'int8in';
CREATE FUNCTION <s>.<tick_out>(<s>.<tick>) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int8out';
CREATE FUNCTION <s>.<tick_recv>(internal) RETURNS <s>.<tick> LANGUAGE internal STABLE STRICT AS 'int8recv';
CREATE FUNCTION <s>.<tick_send>(<s>.<tick>) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int8send';
CREATE TYPE <s>.<tick> (INPUT = <s>.<tick_in>, OUTPUT = <s>.<tick_out>{{ // , RECEIVE = <s>.<tick_recv>}}{{ // , SEND = <s>.<tick_send>}}, LIKE = {{bigint // =int8 // =float8}}{{! // , CATEGORY = 'N' // =, CATEGORY = 'N', PREFERRED = false // , CATEGORY = 'N', PREFERRED}}{{! // , DEFAULT = '7' // =, DEFAULT = 7 // , DEFAULT = '8'}}{{! // , DELIMITER = ';'}});
CREATE TYPE <s>.<letters>;
CREATE FUNCTION <s>.<letters_in>(cstring) RETURNS <s>.<letters> LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION <s>.<letters_out>(<s>.<letters>) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE <s>.<letters> (INPUT = <s>.<letters_in>, OUTPUT = <s>.<letters_out>, STORAGE = {{!plain // main // extended}}{{! // , ALIGNMENT = double}}{{! // , COLLATABLE = true}});
{{ // COMMENT ON TYPE <s>.<tick> IS 'tick'; // COMMENT ON TYPE <s>.<tick> IS 'tock';}}
{{ // ALTER TYPE <s>.<tick> OWNER TO keeper;}}
{{ // GRANT USAGE ON TYPE <s>.<tick> TO app; // REVOKE USAGE ON TYPE <s>.<tick> FROM PUBLIC;}}
CREATE TABLE <s>.<ticked> (a <s>.<tick>{{ // DEFAULT '5' // DEFAULT '6'}}, b <s>.<letters>[]);
--- rows base_types
INSERT INTO <s>.<ticked> VALUES ('1', '{x}');

--- shell_type needs schema
{{ // CREATE TYPE <s>.<hollow>;}}
CREATE TYPE <s>.<outline>;
{{ // CREATE FUNCTION <s>.<of_outline>(<s>.<outline>) RETURNS int LANGUAGE internal AS 'int4in';}}
