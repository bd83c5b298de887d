- function public.s(text)

+ function public.s(text, text)                                         after.sql:1

    [1] CREATE FUNCTION public.s(t text, u text DEFAULT '') RETURNS text
            LANGUAGE sql
            IMMUTABLE
            AS $$SELECT lower(t)$$;

~ table public.d                                                        after.sql:2
    ~ column slug                                                       after.sql:2
        generated: (public.s(title)) stored -> none

    [2] ALTER TABLE public.d ALTER COLUMN slug DROP EXPRESSION;

Not done by this build, whatever is allowed:
  ! function public.s(text)
      column public.d.slug would go with function public.s(text), values and all, though it becomes a plain column
      until PostgreSQL 14 the column stays dependent on the function that computed it: keep the function, or move the values to a new column first

Plan: 1 to create, 1 to alter, 1 to drop; 2 steps in 1 transaction.
