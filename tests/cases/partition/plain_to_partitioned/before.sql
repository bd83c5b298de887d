CREATE TABLE accounts (id integer PRIMARY KEY);
CREATE TABLE t (
    id serial,
    day date NOT NULL,
    account integer CONSTRAINT t_account_fkey REFERENCES accounts (id),
    note text DEFAULT 'none',
    upper_note text GENERATED ALWAYS AS (upper(note)) STORED,
    old_column text,
    CONSTRAINT t_pkey PRIMARY KEY (id, day),
    CONSTRAINT t_note_check CHECK (note <> '')
);
CREATE INDEX t_day ON t (day);
CREATE TABLE details (t_id integer, t_day date, CONSTRAINT details_t_fkey FOREIGN KEY (t_id, t_day) REFERENCES t (id, day));
CREATE VIEW notes AS SELECT id, note FROM t;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note = 'stamped'; RETURN NEW; END $$;
CREATE TRIGGER t_stamp BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t FORCE ROW LEVEL SECURITY;
CREATE POLICY t_policy ON t USING (note IS NOT NULL);
COMMENT ON TABLE t IS 'What happened';
COMMENT ON COLUMN t.note IS 'Said';
COMMENT ON INDEX t_day IS 'By day';
GRANT SELECT ON t TO reader;
GRANT UPDATE (note) ON t TO app;
CREATE STATISTICS t_stats ON id, day FROM t;
