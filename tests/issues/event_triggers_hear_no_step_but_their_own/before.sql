CREATE TABLE goes (a integer);
CREATE FUNCTION no_ddl_any_more() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no DDL, %', tg_tag; END $$;
CREATE EVENT TRIGGER off_now ON ddl_command_end EXECUTE FUNCTION no_ddl_any_more();
ALTER EVENT TRIGGER off_now DISABLE;
CREATE EVENT TRIGGER old_one ON sql_drop WHEN tag IN ('DROP TABLE') EXECUTE FUNCTION no_ddl_any_more();
