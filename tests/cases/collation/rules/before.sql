CREATE COLLATION ruled (PROVIDER = icu, LOCALE = 'und');
CREATE COLLATION ruled_otherwise (PROVIDER = icu, LOCALE = 'und', RULES = '&a < b');
