CREATE SUBSCRIPTION orders CONNECTION 'host=/elsewhere dbname=orders password=sesame' PUBLICATION orders, items
    WITH (connect = false, synchronous_commit = 'local');
CREATE SUBSCRIPTION unchanged CONNECTION 'host=/nowhere dbname=x' PUBLICATION a, b
    WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION slotted CONNECTION 'host=/nowhere dbname=y' PUBLICATION p
    WITH (connect = false, slot_name = 'another');
CREATE SUBSCRIPTION commented CONNECTION 'host=/nowhere dbname=z' PUBLICATION p
    WITH (connect = false);
COMMENT ON SUBSCRIPTION commented IS 'new';
