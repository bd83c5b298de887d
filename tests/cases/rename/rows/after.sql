CREATE TYPE state AS ENUM (
    'active',  -- schemadiff: renamed from 'on'
    'off'
);
CREATE TABLE sorts (  -- schemadiff: renamed from kinds
    label text CONSTRAINT kinds_pkey PRIMARY KEY,  -- schemadiff: renamed from name
    weight integer,
    s state
);
INSERT INTO sorts VALUES ('a', 1, 'active'), ('b', 3, 'off'), ('c', 4, 'active');
