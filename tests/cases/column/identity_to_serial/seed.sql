INSERT INTO public.t (name) SELECT 'x' FROM generate_series(1, 5);
