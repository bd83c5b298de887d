CREATE TABLE orders (id integer, state text);
CREATE TABLE log (id integer, what text);
CREATE RULE keep AS ON DELETE TO orders DO INSTEAD UPDATE orders SET state = 'gone' WHERE id = old.id;
CREATE RULE note AS ON INSERT TO orders WHERE new.state = 'new' DO ALSO INSERT INTO log VALUES (new.id, 'new');
ALTER TABLE orders DISABLE RULE note;
COMMENT ON RULE keep ON orders IS 'nothing is lost';
