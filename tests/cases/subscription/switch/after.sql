CREATE SUBSCRIPTION goes_on CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
ALTER SUBSCRIPTION goes_on ENABLE;
CREATE SUBSCRIPTION goes_off CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION made_on CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
ALTER SUBSCRIPTION made_on ENABLE;
