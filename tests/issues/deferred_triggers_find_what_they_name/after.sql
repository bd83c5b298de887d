CREATE TABLE entries (id integer PRIMARY KEY, amount integer);
CREATE FUNCTION must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount) FROM entries) <> 0 THEN RAISE EXCEPTION 'unbalanced'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT OR UPDATE ON entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION must_balance();
INSERT INTO entries (id, amount) VALUES (1, 5), (2, -5), (3, 7), (4, -7);
-- Comes after the rows, and is read along a path of its own.
CREATE MATERIALIZED VIEW totals AS SELECT sum(amount) AS total FROM entries;
