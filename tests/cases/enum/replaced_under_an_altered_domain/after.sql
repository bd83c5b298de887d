-- The default would need the enum that is not replaced.
CREATE TYPE mood AS ENUM ('first', 'sad', 'ok');
CREATE DOMAIN moods AS mood[] DEFAULT ARRAY['ok']::mood[];
