-- A slot learns of it when the subscription is enabled: nobody talks to the publisher now.
CREATE SUBSCRIPTION mine CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, two_phase = true);
CREATE SUBSCRIPTION gets_a_slot CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, slot_name = 'other', two_phase = true);
CREATE SUBSCRIPTION loses_its_slot CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, slot_name = NONE, two_phase = true);
