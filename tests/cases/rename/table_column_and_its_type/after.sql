-- schemadiff: renamed from users
CREATE TABLE people (
    id bigint,
    -- schemadiff: renamed from age
    years smallint NOT NULL,
    height real,
    CONSTRAINT people_pkey PRIMARY KEY (id),  -- schemadiff: renamed from users_pkey
    CONSTRAINT adult CHECK (years > 17)  -- schemadiff: renamed from grown_up
);
-- schemadiff: renamed from ages
CREATE VIEW years AS SELECT id, years AS age FROM people;
CREATE INDEX by_years ON people (years);  -- schemadiff: renamed from by_age
