CREATE SCHEMA core;
-- schemadiff: renamed from public.users
CREATE TABLE core.accounts (
    id integer,
    org_id integer, -- schemadiff: renamed from org
    CONSTRAINT org_is_positive CHECK (org_id > 0) -- schemadiff: renamed from org_is_known
);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- schemadiff: renamed from kept
CREATE TRIGGER kept_still BEFORE INSERT ON core.accounts FOR EACH ROW EXECUTE FUNCTION keep();
-- schemadiff: renamed from quiet
CREATE RULE silent AS ON DELETE TO core.accounts DO INSTEAD NOTHING;
-- schemadiff: renamed from own
CREATE POLICY their_own ON core.accounts USING (id > 0);
-- schemadiff: renamed from users_org
CREATE INDEX accounts_org ON core.accounts (org_id);
-- schemadiff: renamed from public.state
CREATE TYPE core.condition AS ENUM (
    'fresh', -- schemadiff: renamed from new
    'old'
);
-- schemadiff: renamed from public.place
CREATE TYPE core.address AS (
    street text,
    city text -- schemadiff: renamed from town
);
-- schemadiff: renamed from public.people
CREATE VIEW core.persons AS SELECT id,
    org_id AS organisation -- schemadiff: renamed from org
FROM core.accounts;
-- schemadiff: renamed from public.positive
CREATE DOMAIN core.above_zero AS integer;
-- schemadiff: renamed from pos
ALTER DOMAIN core.above_zero ADD CONSTRAINT above CHECK (VALUE > 0);
