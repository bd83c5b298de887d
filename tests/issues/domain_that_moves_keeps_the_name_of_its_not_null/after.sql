CREATE DOMAIN mood AS text NOT NULL CHECK (VALUE <> '');
CREATE DOMAIN moods AS mood[];
CREATE TABLE days (id bigint, moods moods);
