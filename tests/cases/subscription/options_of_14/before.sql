CREATE SUBSCRIPTION s CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION other CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, binary = true, streaming = true);
