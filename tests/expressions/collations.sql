CREATE DOMAIN dc AS text COLLATE "C";
CREATE DOMAIN dd AS text;
CREATE TYPE pair AS (x text COLLATE "C", y text, n int);
CREATE TABLE t (a text COLLATE "C", b text COLLATE "C", p text COLLATE "POSIX", d text, n name, v varchar(10) COLLATE "C", i int, e dc, f dd, ar text[] COLLATE "C", r pair);
CREATE INDEX a1 ON t ((a || b));
CREATE INDEX a2 ON t (((a || b) COLLATE "C"));
CREATE INDEX a3 ON t (((a || b) COLLATE "default"));
CREATE INDEX a4 ON t ((a || b) COLLATE "POSIX");
CREATE INDEX a5 ON t (((a || b) COLLATE "POSIX") COLLATE "C");
CREATE INDEX b1 ON t ((a || p) COLLATE "POSIX");
CREATE INDEX b2 ON t ((a || p) COLLATE "C");
CREATE INDEX b3 ON t (((a || p) || d) COLLATE "C");
CREATE INDEX c1 ON t (lower(d));
CREATE INDEX c2 ON t (lower(d) COLLATE "default");
CREATE INDEX c3 ON t (lower(d) COLLATE "C");
CREATE INDEX c4 ON t ((a || d));
CREATE INDEX c5 ON t ((a || d) COLLATE "C");
CREATE INDEX c6 ON t ((a || d) COLLATE "default");
CREATE INDEX d1 ON t (n);
CREATE INDEX d2 ON t ((n COLLATE "C"));
CREATE INDEX d3 ON t (n COLLATE "default");
CREATE INDEX d4 ON t ((n::text) COLLATE "C");
CREATE INDEX d5 ON t ((n::text));
CREATE INDEX d6 ON t ((n::text) COLLATE "default");
CREATE INDEX e1 ON t ((i::text) COLLATE "default");
CREATE INDEX e2 ON t ((i::text));
CREATE INDEX e3 ON t ((i::text) COLLATE "C");
CREATE INDEX f1 ON t (e COLLATE "C");
CREATE INDEX f2 ON t (e COLLATE "default");
CREATE INDEX f3 ON t (e);
CREATE INDEX f4 ON t ((e || d) COLLATE "C");
CREATE INDEX f5 ON t ((e || d));
CREATE INDEX f6 ON t ((d::dc) COLLATE "C");
CREATE INDEX f7 ON t ((p::dc));
CREATE INDEX f8 ON t ((p::dd) COLLATE "POSIX");
CREATE INDEX f9 ON t ((p::dd) COLLATE "default");
CREATE INDEX g1 ON t ((v::text) COLLATE "C");
CREATE INDEX g2 ON t (v COLLATE "C");
CREATE INDEX g3 ON t (v COLLATE "default");
CREATE INDEX g4 ON t (v);
CREATE INDEX h1 ON t ((ar[1]) COLLATE "C");
CREATE INDEX h2 ON t ((ar[1]));
CREATE INDEX h3 ON t (ar COLLATE "C");
CREATE INDEX h4 ON t (ar COLLATE "default");
CREATE INDEX h5 ON t ((ARRAY[a, d]) COLLATE "C");
CREATE INDEX h6 ON t ((ARRAY[a, d]));
CREATE INDEX i1 ON t ((coalesce(a, d)) COLLATE "C");
CREATE INDEX i2 ON t ((coalesce(d, a)));
CREATE INDEX i3 ON t ((CASE WHEN p > 'x' THEN a ELSE d END) COLLATE "C");
CREATE INDEX i4 ON t ((CASE WHEN p > 'x' THEN a ELSE d END));
CREATE INDEX i5 ON t ((CASE p WHEN 'x' THEN a ELSE d END) COLLATE "default");
CREATE INDEX i6 ON t ((nullif(a, d)) COLLATE "C");
CREATE INDEX i7 ON t (greatest(a, d, 'x') COLLATE "C");
CREATE INDEX j1 ON t (((a COLLATE "POSIX") || b) COLLATE "POSIX");
CREATE INDEX j2 ON t (((a COLLATE "POSIX") || b) COLLATE "C");
CREATE INDEX j3 ON t (((a COLLATE "POSIX") || b));
CREATE INDEX j4 ON t (((a || p) COLLATE "C"));
CREATE INDEX k1 ON t ((a || b), ((a || b) COLLATE "POSIX"), lower(d) COLLATE "C");
CREATE INDEX l1 ON t (((r).x) COLLATE "C");
CREATE INDEX l2 ON t (((r).x));
CREATE INDEX l3 ON t (((r).y) COLLATE "C");
CREATE INDEX l4 ON t (((r).x) COLLATE "default");
CREATE INDEX m1 ON t (length(a));
CREATE INDEX m2 ON t (quote_literal(i) COLLATE "default");
CREATE INDEX m3 ON t ((quote_literal(i) || a) COLLATE "C");
CREATE TABLE q1 (a text COLLATE "C", b text COLLATE "C") PARTITION BY RANGE ((a || b) COLLATE "C");
CREATE TABLE q2 (a text COLLATE "C", b text COLLATE "C") PARTITION BY RANGE (((a || b) COLLATE "default"));
CREATE TABLE q3 (a text COLLATE "C", b text COLLATE "C", c dc) PARTITION BY RANGE (a COLLATE "default", b COLLATE "C", lower(a) COLLATE "POSIX", c COLLATE "C");
CREATE TABLE q4 (a text COLLATE "C", b text) PARTITION BY LIST (b COLLATE "C");
CREATE TABLE q41 PARTITION OF q4 FOR VALUES IN ('a' COLLATE "C", 'b');
CREATE MATERIALIZED VIEW m AS SELECT a || b AS ab, d COLLATE "C" AS dc, d, x.u FROM t, unnest(ar) AS x(u);
CREATE INDEX ma1 ON m (ab COLLATE "C");
CREATE INDEX ma2 ON m (ab);
CREATE INDEX mb1 ON m (dc COLLATE "C");
CREATE INDEX mb2 ON m (dc COLLATE "default");
CREATE INDEX mc1 ON m (lower(dc) COLLATE "C");
CREATE INDEX md1 ON m (d COLLATE "C");
CREATE INDEX md2 ON m (d COLLATE "default");
CREATE INDEX me1 ON m (u COLLATE "C");
CREATE MATERIALIZED VIEW mu AS SELECT a FROM t UNION SELECT d FROM t;
CREATE INDEX mu1 ON mu (a COLLATE "C");
CREATE INDEX mu2 ON mu (a COLLATE "default");
CREATE TABLE s (a text CHECK ((a COLLATE "C") < 'x'), v varchar(9) COLLATE "C",
  w varchar(4) DEFAULT ('abc' COLLATE "C"), x int DEFAULT length('abc' COLLATE "C"), y text DEFAULT lower('A') COLLATE "C", z dc DEFAULT ('x' COLLATE "POSIX"), u varchar DEFAULT ('x'::text COLLATE "POSIX"), o int DEFAULT ('5' COLLATE "C")::int,
  g text COLLATE "C" GENERATED ALWAYS AS ((a || v) COLLATE "POSIX") STORED,
  h varchar(5) GENERATED ALWAYS AS (v COLLATE "POSIX") STORED,
  CHECK (v COLLATE "C" IN ('a', 'b')),
  CHECK (v < ('x' COLLATE "POSIX")),
  CHECK ((a COLLATE "C")::int > 1),
  CHECK (((a COLLATE "C") COLLATE "POSIX")::varchar(5) > a),
  CHECK ((a COLLATE "C")::text = a),
  CHECK ((a COLLATE "C")::varchar(3) = a),
  CHECK (a COLLATE "C" LIKE 'a%' OR a COLLATE "C" BETWEEN 'a' AND 'b'),
  CHECK (CASE a COLLATE "C" WHEN 'a' THEN true END),
  CHECK (a IN ('a' COLLATE "C", 'b')));
CREATE STATISTICS s1 ON ((a || v) COLLATE "C"), (lower(a) COLLATE "C"), a FROM s; -- since 14
CREATE VIEW v1 AS SELECT a, d COLLATE "C" AS dc, a || p COLLATE "C" AS ap FROM t ORDER BY d COLLATE "C", a COLLATE "POSIX" DESC;
CREATE VIEW v2 AS SELECT DISTINCT d COLLATE "C" AS x FROM t ORDER BY 1;
CREATE VIEW v3 AS SELECT d COLLATE "C" AS x, count(*) FROM t GROUP BY d COLLATE "C" ORDER BY d COLLATE "C";
CREATE VIEW v4 AS SELECT a FROM t UNION SELECT b FROM t ORDER BY a;
CREATE VIEW v5 AS SELECT max(d COLLATE "C"), string_agg(d, a ORDER BY d COLLATE "C"), row_number() OVER (PARTITION BY d COLLATE "C" ORDER BY a COLLATE "POSIX") FROM t GROUP BY d, a;
CREATE TABLE rk (k text COLLATE "C" PRIMARY KEY, z int);
CREATE RULE rr AS ON INSERT TO t DO INSERT INTO rk VALUES (new.a COLLATE "C", 1) ON CONFLICT (k COLLATE "C") DO NOTHING;
