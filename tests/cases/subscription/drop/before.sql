CREATE SUBSCRIPTION enabled CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
ALTER SUBSCRIPTION enabled ENABLE;
CREATE SUBSCRIPTION slotted CONNECTION 'host=/nowhere dbname=x' PUBLICATION p WITH (connect = false);
CREATE SUBSCRIPTION slotless CONNECTION 'host=/nowhere dbname=x' PUBLICATION p
    WITH (connect = false, slot_name = NONE);
COMMENT ON SUBSCRIPTION slotless IS 'never connected';
CREATE TABLE public.t (id int);
