CREATE SUBSCRIPTION without_slot CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, slot_name = NONE, failover = true);
