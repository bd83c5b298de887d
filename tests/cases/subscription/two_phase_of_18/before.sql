CREATE SUBSCRIPTION mine CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION gets_a_slot CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION loses_its_slot CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false);
