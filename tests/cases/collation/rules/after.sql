CREATE COLLATION ruled (PROVIDER = icu, LOCALE = 'und', RULES = '&V << w <<< W');
CREATE COLLATION ruled_otherwise (PROVIDER = icu, LOCALE = 'und', RULES = '&a < c');
