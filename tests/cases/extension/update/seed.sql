INSERT INTO public.people VALUES ('Somebody@example.org');
