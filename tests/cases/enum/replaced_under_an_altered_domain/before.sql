CREATE TYPE mood AS ENUM ('sad', 'meh', 'ok');
CREATE DOMAIN moods AS mood[];
