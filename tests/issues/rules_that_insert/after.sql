CREATE TABLE t (id integer PRIMARY KEY, k integer CONSTRAINT t_key UNIQUE);
CREATE TABLE wider (id integer, k integer, more text);
CREATE VIEW v AS SELECT * FROM t;
CREATE RULE stays AS ON INSERT TO v DO INSTEAD
    INSERT INTO t VALUES (new.id, new.k) ON CONFLICT (k) WHERE k > 0
    DO UPDATE SET k = excluded.k + t.k WHERE t.id > 3 RETURNING *;
CREATE RULE stays_too AS ON UPDATE TO t DO ALSO UPDATE wider SET (id, k) = (new.id, new.k) WHERE id = old.id;
CREATE RULE by_star AS ON INSERT TO t WHERE new.k = 3 DO ALSO INSERT INTO wider VALUES (new.*, 'x');
CREATE RULE by_name AS ON DELETE TO v DO INSTEAD
    INSERT INTO t VALUES (old.id, old.k) ON CONFLICT DO NOTHING;
