CREATE TABLE t (id integer, x text) WITH (fillfactor=80, toast.autovacuum_enabled=false, parallel_workers=2);
