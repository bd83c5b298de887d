~ domain public.d                                                       after.sql:1
    base type: integer -> bigint

Not done by this build, whatever is allowed:
  ! domain public.d                                                     after.sql:1
      PostgreSQL can't change the base type or collation of a domain in place

Nothing to run; 1 difference as listed.
