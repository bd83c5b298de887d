~ table public.t                                                        after.sql:1
    partition key: none -> RANGE (a)

Not done by this build, whatever is allowed:
  ! table public.t                                                      after.sql:1
      PostgreSQL can't turn a plain table into a partitioned one in place

Nothing to run; 1 difference as listed.
