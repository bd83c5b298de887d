CREATE SUBSCRIPTION s CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, disable_on_error = true);
CREATE SUBSCRIPTION made CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, two_phase = true, disable_on_error);
