CREATE SUBSCRIPTION orders CONNECTION 'host=/nowhere dbname=orders' PUBLICATION orders, customers
    WITH (connect = false);
CREATE SUBSCRIPTION unchanged CONNECTION 'host=/nowhere dbname=x' PUBLICATION b, a
    WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION slotted CONNECTION 'host=/nowhere dbname=y' PUBLICATION p
    WITH (connect = false);
CREATE SUBSCRIPTION commented CONNECTION 'host=/nowhere dbname=z' PUBLICATION p
    WITH (connect = false);
COMMENT ON SUBSCRIPTION commented IS 'old';
