~ enum public.mood                                                      after.sql:1
    labels: a, b -> a

Not done by this build, whatever is allowed:
  ! enum public.mood                                                    after.sql:1
      PostgreSQL can't remove the value 'b' from an enum in place

Nothing to run; 1 difference as listed.
