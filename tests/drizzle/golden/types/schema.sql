-- A column of every built-in type that can be stored, of arrays of them, and of types of one's own.
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s "fine"');
CREATE TYPE app."Color Kind" AS ENUM ('red', 'green');
CREATE TYPE nothing AS ENUM ();
CREATE TYPE pair AS (x integer, y text);
CREATE TYPE app.span AS RANGE (subtype = float8);
CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
CREATE DOMAIN app.percent AS integer CHECK (VALUE BETWEEN 0 AND 100);
CREATE DOMAIN price AS numeric(10, 2);
CREATE DOMAIN flag AS boolean;
CREATE DOMAIN settings AS jsonb;
CREATE DOMAIN blob AS bytea;
CREATE DOMAIN feeling AS mood;

CREATE TABLE t_scalar (
 c_smallint smallint, c_int integer, c_bigint bigint, c_real real, c_double double precision,
 c_num numeric, c_num5 numeric(5), c_num52 numeric(5,2), c_num_neg numeric(5,-2),
 c_ss smallserial, c_s serial, c_bs bigserial, c_money money,
 c_text text, c_vc varchar, c_vc10 varchar(10), c_char char, c_char5 char(5), c_bpchar bpchar, c_name name, c_qchar "char",
 c_bytea bytea, c_bool boolean, c_uuid uuid, c_json json, c_jsonb jsonb, c_jsonpath jsonpath, c_xml xml,
 c_date date, c_time time, c_time3 time(3), c_timetz timetz, c_timetz3 timetz(3), c_ts timestamp, c_ts3 timestamp(3), c_tstz timestamptz, c_tstz6 timestamptz(6), c_ts0 timestamp(0),
 c_interval interval, c_interval3 interval(3), c_interval_ym interval year to month, c_interval_ds2 interval day to second(2),c_interval_day interval day,
 c_bit bit, c_bit8 bit(8), c_varbit bit varying, c_varbit8 bit varying(8),
 c_inet inet, c_cidr cidr, c_mac macaddr, c_mac8 macaddr8,
 c_point point, c_line line, c_lseg lseg, c_box box, c_path path, c_polygon polygon, c_circle circle,
 c_tsvector tsvector, c_tsquery tsquery, c_int4range int4range, c_nummultirange nummultirange, c_tstzrange tstzrange, c_daterange daterange,
 c_oid oid, c_regclass regclass, c_xid xid, c_pglsn pg_lsn
);
CREATE TABLE t_array (
 a_int integer[], a_text text[], a_vc10 varchar(10)[], a_num numeric(10,2)[], a_int2d integer[][], a_int3d int[3][3][3], a_ts timestamp[], a_tstz3 timestamptz(3)[], a_uuid uuid[], a_jsonb jsonb[], a_bool boolean[], a_bytea bytea[], a_char5 char(5)[], a_big bigint[], a_double double precision[], a_inet inet[], a_interval interval[], a_date date[], a_money money[]
);

CREATE TABLE t_own (
    c_mood mood, c_color app."Color Kind", c_nothing nothing, c_pair pair, c_span app.span,
    c_email email, c_percent app.percent, c_price price, c_flag flag, c_settings settings, c_blob blob, c_feeling feeling,
    a_mood mood[], a_color app."Color Kind"[], a_email email[], a_percent app.percent[], a_flag flag[], a_settings settings[], a_blob blob[], a_pair pair[], a_range int4range[]
);
