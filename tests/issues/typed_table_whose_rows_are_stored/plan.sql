~ composite type public.c                                               after.sql:1
    attributes: a integer -> a bigint

~ table public.t                                                        after.sql:2
    ~ column a                                                          after.sql:2
        type: integer -> bigint

Not done by this build, whatever is allowed:
  ! composite type public.c                                             after.sql:1
      PostgreSQL can't change the type of the attribute a in public.t while column public.w.x stores rows of that

Nothing to run; 1 difference as listed.
