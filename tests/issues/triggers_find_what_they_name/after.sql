CREATE TABLE t (id int PRIMARY KEY, n text);
CREATE TABLE audit (what text);
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ begin insert into audit values (new.n); return new; end $$;
CREATE TRIGGER tr AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tg();
INSERT INTO t VALUES (1, 'y'), (2, 'z');
