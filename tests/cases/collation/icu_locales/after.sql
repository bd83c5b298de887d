-- 16 and later store them so, however they were written.
CREATE COLLATION of_root (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE COLLATION phone (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
CREATE COLLATION upper_first (PROVIDER = icu, LOCALE = 'de-DE-u-kf-upper-kn');
CREATE COLLATION other (PROVIDER = icu, LOCALE = 'de-u-ks-level1');
