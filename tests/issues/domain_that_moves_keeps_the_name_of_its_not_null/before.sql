CREATE DOMAIN mood AS text NOT NULL;
CREATE DOMAIN moods AS mood[];
CREATE TABLE days (id bigint, moods moods);
