~ enum public.mood                                                      after.sql:1
    labels: a, b -> b, a

Not done by this build, whatever is allowed:
  ! enum public.mood                                                    after.sql:1
      PostgreSQL can't change the order of an enum's values in place

Nothing to run; 1 difference as listed.
