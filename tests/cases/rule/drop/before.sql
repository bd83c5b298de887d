CREATE TABLE orders (id integer, state text);
CREATE TABLE log (id integer, what text);
CREATE RULE keep AS ON DELETE TO orders DO INSTEAD NOTHING;
