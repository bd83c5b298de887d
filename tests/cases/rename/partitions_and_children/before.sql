-- PostgreSQL 18 keeps the names of NOT NULL: those that after.sql gets.
CREATE TABLE m (id integer CONSTRAINT events_id_not_null NOT NULL, at date CONSTRAINT events_day_not_null NOT NULL, v text) PARTITION BY RANGE (at);
CREATE TABLE m_24 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE m_25 PARTITION OF m FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX by_id ON m_24 (id);
ALTER TABLE m_25 ADD CONSTRAINT full_25 CHECK (v <> '');
CREATE TABLE base (a integer, CONSTRAINT a_positive CHECK (a > 0));
CREATE TABLE child (b integer) INHERITS (base);
CREATE INDEX child_a ON child (a);
