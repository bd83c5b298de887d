CREATE SUBSCRIPTION s CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, binary = true, streaming = on);
CREATE SUBSCRIPTION other CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, streaming = false);
CREATE SUBSCRIPTION made CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, binary, streaming);
