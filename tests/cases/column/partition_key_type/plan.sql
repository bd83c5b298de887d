~ table public.t                                                        after.sql:1
    ~ column a                                                          after.sql:1
        type: integer -> bigint

Not done by this build, whatever is allowed:
  ! column public.t.a                                                   after.sql:1
      PostgreSQL can't change the type of a column that public.t is partitioned by

Nothing to run; 1 difference as listed.
