CREATE SUBSCRIPTION s CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, password_required = false, run_as_owner = true, origin = none);
CREATE SUBSCRIPTION made CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, streaming = parallel, run_as_owner, origin = 'none');
