CREATE SUBSCRIPTION orders
    CONNECTION 'host=/nowhere dbname=orders password=sesame'
    PUBLICATION orders, customers
    WITH (connect = false, slot_name = 'orders_slot', synchronous_commit = 'remote_apply');
CREATE SUBSCRIPTION plain
    CONNECTION 'host=/nowhere dbname=plain'
    PUBLICATION plain
    WITH (connect = false);
CREATE SUBSCRIPTION slotless
    CONNECTION 'host=/nowhere dbname=''its'''
    PUBLICATION "Mixed Case"
    WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION slotless IS 'not yet connected';
