-- schemadiff: renamed from orders
CREATE TABLE purchases (
    id serial,
    no bigserial,  -- schemadiff: renamed from number
    at date GENERATED ALWAYS AS ('2024-01-01'::date) STORED
);
-- schemadiff: renamed from items
CREATE TABLE lines (
    id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME items_id_seq),
    purchase_id integer  -- schemadiff: renamed from order_id
);
