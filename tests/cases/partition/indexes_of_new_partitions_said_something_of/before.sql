CREATE TABLE log (id integer NOT NULL, at date NOT NULL, who text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE INDEX log_at ON log (at) WITH (fillfactor = 80);
CREATE INDEX ON log (lower(who));
