- base type public.b

- function public.b_in(cstring)

- function public.b_out(public.b)

Not done by this build, whatever is allowed:
  ! base type public.b
      its functions go with it, which PostgreSQL does by CASCADE only
      DROP TYPE public.b CASCADE by hand, if all of it may go
  ! function public.b_in(cstring)
      base type public.b is made of it
      DROP TYPE public.b CASCADE by hand, if all of it may go
  ! function public.b_out(public.b)
      base type public.b is made of it
      DROP TYPE public.b CASCADE by hand, if all of it may go

Nothing to run; 3 differences as listed.
