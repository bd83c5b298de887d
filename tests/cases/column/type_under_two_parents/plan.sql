~ table public.p                                                        after.sql:1
    ~ column a                                                          after.sql:1
        type: integer -> bigint

~ table public.q                                                        after.sql:2
    ~ column a                                                          after.sql:2
        type: integer -> bigint

Not done by this build, whatever is allowed:
  ! column public.p.a                                                   after.sql:1
      PostgreSQL can't change the type of a column that public.child has from public.q too
      take public.child out of public.q (NO INHERIT) in a plan of its own, and put it back in the next
  ! column public.q.a                                                   after.sql:2
      PostgreSQL can't change the type of a column that public.child has from public.p too
      take public.child out of public.p (NO INHERIT) in a plan of its own, and put it back in the next

Nothing to run; 2 differences as listed.
