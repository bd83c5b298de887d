CREATE COLLATION of_root (PROVIDER = icu, LOCALE = '@colStrength=secondary', DETERMINISTIC = false);
CREATE COLLATION phone (PROVIDER = icu, LOCALE = 'de@collation=phonebook');
CREATE COLLATION upper_first (PROVIDER = icu, LOCALE = 'de_DE@colCaseFirst=upper;colNumeric=yes');
CREATE COLLATION other (PROVIDER = icu, LOCALE = 'de@colStrength=secondary');
