CREATE TABLE public.staff (id integer PRIMARY KEY, name text, status text);
CREATE MATERIALIZED VIEW public.active AS SELECT id, name FROM staff WHERE status = 'active';
CREATE VIEW public.names AS SELECT name FROM active;
CREATE VIEW public.upper_names AS SELECT upper(name) AS name FROM names;
