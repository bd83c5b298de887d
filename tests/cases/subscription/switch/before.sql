CREATE SUBSCRIPTION goes_on CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION goes_off CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
ALTER SUBSCRIPTION goes_off ENABLE;
