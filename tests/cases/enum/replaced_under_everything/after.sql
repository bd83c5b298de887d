CREATE TYPE status AS ENUM ('new', 'waiting', 'closed', 'open');
COMMENT ON TYPE status IS 'Where a ticket stands';
CREATE TABLE base (id integer, state status DEFAULT 'new' NOT NULL, CONSTRAINT base_state_check CHECK (state <> 'waiting'));
CREATE TABLE child () INHERITS (base);
CREATE TABLE tickets (
    id integer,
    state status DEFAULT 'new',
    past status[] DEFAULT '{new}',
    is_open boolean GENERATED ALWAYS AS (state IN ('new', 'open')) STORED,
    note text,
    CONSTRAINT tickets_note_check CHECK (note IS NOT NULL OR state <> 'closed')
);
CREATE INDEX tickets_open ON tickets (id) WHERE state = 'open';
CREATE INDEX tickets_state ON tickets (state);
CREATE VIEW open_tickets AS SELECT id, state FROM tickets WHERE state = 'open';
CREATE VIEW all_open AS SELECT * FROM open_tickets;
CREATE FUNCTION next_state(s status) RETURNS status LANGUAGE sql IMMUTABLE AS $$ SELECT 'closed'::status $$;
ALTER TABLE tickets ENABLE ROW LEVEL SECURITY;
CREATE POLICY tickets_visible ON tickets USING (state <> 'waiting');
