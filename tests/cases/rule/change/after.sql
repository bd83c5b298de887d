CREATE TABLE orders (id integer, state text);
CREATE TABLE log (id integer, what text);
CREATE RULE keep AS ON DELETE TO orders DO INSTEAD UPDATE orders SET state = 'deleted' WHERE id = old.id;
-- Stays as it is, but for the word.
CREATE RULE note AS ON INSERT TO orders WHERE (new.state = 'new'::text) DO ALSO INSERT INTO log (id, what) VALUES (new.id, 'new');
ALTER TABLE orders ENABLE ALWAYS RULE note;
CREATE RULE quiet AS ON UPDATE TO log WHERE new.what IS NULL DO INSTEAD NOTHING;
COMMENT ON RULE keep ON orders IS 'nothing is lost';
