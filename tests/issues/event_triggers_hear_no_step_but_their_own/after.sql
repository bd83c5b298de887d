CREATE TABLE comes (a integer);
CREATE FUNCTION no_ddl_any_more() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no DDL, %', tg_tag; END $$;
CREATE FUNCTION no_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no DDL at all, %', tg_tag; END $$;
CREATE EVENT TRIGGER new_one ON ddl_command_start EXECUTE FUNCTION no_ddl();
CREATE EVENT TRIGGER off_now ON ddl_command_end EXECUTE FUNCTION no_ddl_any_more();
