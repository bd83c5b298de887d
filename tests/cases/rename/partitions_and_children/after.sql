-- schemadiff: renamed from m
CREATE TABLE events (
    id integer NOT NULL,
    day date NOT NULL,  -- schemadiff: renamed from at
    value text          -- schemadiff: renamed from v
) PARTITION BY RANGE (day);
-- schemadiff: renamed from m_24
CREATE TABLE events_24 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- schemadiff: renamed from m_25
CREATE TABLE events_25 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX events_by_id ON events_24 (id);  -- schemadiff: renamed from by_id
ALTER TABLE events_25 ADD CONSTRAINT full_25 CHECK (value <> '');
CREATE TABLE base (
    z integer,  -- schemadiff: renamed from a
    CONSTRAINT a_positive CHECK (z > 0)
);
CREATE TABLE child (b integer) INHERITS (base);
CREATE INDEX child_a ON child (z);
