~ table public.t                                                        after.sql:1
    partition key: RANGE (a) -> RANGE (b)

Not done by this build, whatever is allowed:
  ! table public.t                                                      after.sql:1
      PostgreSQL can't change what public.t is partitioned by in place

Nothing to run; 1 difference as listed.
