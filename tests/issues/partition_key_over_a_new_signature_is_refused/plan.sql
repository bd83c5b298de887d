- function public.s(text)

+ function public.s(text, text)                                         after.sql:1

    [1] CREATE FUNCTION public.s(t text, u text DEFAULT '') RETURNS text
            LANGUAGE sql
            IMMUTABLE
            AS $$SELECT lower(t)$$;

~ table public.d                                                        after.sql:2
    partition key: LIST ((public.s(title))) -> LIST ((s(title)))

~ table public.d1                                                       after.sql:3
    is dropped and comes back as it was: a partition of table public.d, which is made anew

Not done by this build, whatever is allowed:
  ! table public.d                                                      after.sql:2
      it would have to be made anew while function public.s(text) is still there, and its new partition key would call that
      give the new function a name of its own
  ! table public.d1                                                     after.sql:3
      it belongs together with table public.d, which is refused
  ! function public.s(text)
      table public.d depends on function public.s(text), and can't be dropped and recreated without losing data

Plan: 1 to create, 2 to alter, 1 to drop; 1 step in 1 transaction.
